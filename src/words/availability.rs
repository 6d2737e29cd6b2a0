//! Why a key cannot be used at this moment.

use super::messages;

messages! {
    no_undo => "er is niets om ongedaan te maken", "there is nothing to undo";
    no_redo => "er is niets om opnieuw te doen", "there is nothing to redo";
    nothing_to_accept => "alle bestanden zijn in orde", "all files are in order";
    /// No other folder is needed: the data folder saves everything.
    nothing_to_move => "alles is bewaard", "everything is saved";
    is_finished => "de bijeenkomst is afgerond", "the meeting is closed";
    here_already => "daar ben je al", "you are there already";
    no_item => "kies eerst een punt", "choose an item first";
    hour_runs_already => "het uur loopt al", "the hour is running already";
    /// The meeting is written down afterwards.
    no_clock_here => "hier loopt geen klok", "there is no clock here";
    no_such_item => "dat punt is er niet", "there is no such item";
    no_next_item => "dit is het laatste", "this is the last one";
    no_previous_item => "dit is het eerste", "this is the first one";
    no_jump => "de klok maakte geen sprong", "the clock did not jump";
    meeting_runs => "dat kan na de bijeenkomst", "you can do that after the meeting";
    /// A meeting in which something was written can no longer be dropped.
    has_words => "er is al iets opgeschreven", "something is written down already";
    choose_person => "kies eerst iemand in de lijst", "choose somebody in the list first";
    no_appendix => "deze stap heeft geen bijlage", "this step has no appendix";
    nothing_to_delete => "kies eerst iets in de lijst", "choose something in the list first";
}
