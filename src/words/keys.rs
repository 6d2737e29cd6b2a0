//! The names of keys, and what each key does, for the bar, help and the menu.

use crate::domain::history::Deed;
use crate::words::{Words, messages};

messages! {
    /// Show the screen again.
    key_unhide => "scherm tonen", "show the screen";
    /// Back.
    key_back => "terug", "back";
    /// Pause, go on, or begin.
    key_pause => "pauze, of de klok verder", "pause, or let the clock go on";
    /// Do it.
    key_do => "doen", "do it";
    /// Up.
    key_up => "omhoog", "up";
    /// Down.
    key_down => "omlaag", "down";
    /// A screen up.
    key_page_up => "stuk omhoog", "page up";
    /// A screen down.
    key_page_down => "stuk omlaag", "page down";
    /// To the beginning.
    key_top => "naar het begin", "to the beginning";
    /// To the end.
    key_bottom => "naar het einde", "to the end";
    /// The next question.
    key_next_question => "volgende vraag of klaar", "next question or done";
    /// The previous question.
    key_previous_question => "vorige vraag", "previous question";
    /// Leave a form for later.
    key_set_aside => "terug, het blijft bewaard", "back, it stays saved";
    /// To the matter beside the note.
    key_matter => "erbij", "beside it";
    /// To the end of the matter.
    key_matter_end => "erbij, van achteren", "beside it, from the end";
    /// To the list of items.
    key_items => "punten", "items";
    /// On through the matter.
    key_forward => "verder", "on";
    /// Back through the matter.
    key_backward => "terug", "back";
    /// Press the row.
    key_press => "kiezen", "choose";
    /// The next value.
    key_next_value => "volgende keuze", "next choice";
    /// The previous value.
    key_previous_value => "vorige keuze", "previous choice";
    /// Begin the hour.
    key_start_hour => "beginnen", "begin";
    /// Somebody came later.
    key_arrival => "komt later", "comes late";
    /// Somebody left earlier.
    key_departure => "gaat eerder", "leaves early";
    /// Add somebody.
    key_add_person => "iemand erbij", "add";
    /// Mend a name.
    key_rename => "naam", "name";
    /// Do not hold the meeting.
    key_abandon => "toch niet beginnen", "do not begin after all";
    /// Go to the item.
    key_to_item => "naar dit punt", "to this item";
    /// Go to the note.
    key_to_note => "notitie", "note";
    /// The menu.
    key_menu => "menu", "menu";
    /// The week.
    key_week => "mijn week", "my week";
    /// All groups.
    key_all_groups => "alle groepen", "all groups";
    /// To the page.
    key_to_page => "openen", "open";
    /// To the overview.
    key_overview => "overzicht", "overview";
    /// To the list.
    key_to_list => "lijst", "list";
    /// A step.
    key_step => "naar deze stap", "to this step";
    /// A step is done.
    key_tick => "klaar of open", "done or open";
    /// The appendix.
    key_appendix => "bijlage", "appendix";
    /// The client wants to ask somebody.
    key_nominate => "wil ik vragen", "to ask";
    /// To the bin.
    key_delete => "prullenbak", "bin";
    /// A ring nearer.
    key_nearer => "dichterbij", "nearer";
    /// A ring further away.
    key_further => "verder weg", "further away";
    /// A line.
    key_line => "lijn", "line";
    /// The other end of a line.
    key_line_here => "lijn hiernaartoe", "line to here";
    /// No line after all.
    key_no_line => "toch geen lijn", "no line after all";
    /// A new goal.
    key_new_goal => "nieuw doel", "new goal";
    /// A new part of the plan.
    key_new_level => "deel erbij", "add a part";
    /// The next in the list.
    key_next_in_list => "volgende", "next";
    /// The previous in the list.
    key_previous_in_list => "vorige", "previous";
    /// Phase 1.
    key_phase_1 => "fase 1: voorbereiding", "phase 1: preparation";
    /// Phase 2.
    key_phase_2 => "fase 2: verdieping", "phase 2: deepening";
    /// Phase 3.
    key_phase_3 => "fase 3: planning", "phase 3: planning";
    /// Phase 4.
    key_phase_4 => "fase 4: start", "phase 4: start";
    /// Phase 5.
    key_phase_5 => "fase 5: vervolg en thema", "phase 5: follow-up and theme";
    /// Phase 6.
    key_phase_6 => "fase 6: heroriëntatie", "phase 6: reorientation";
    /// The people.
    key_people => "mensen en rollen", "people and roles";
    /// The sociogram.
    key_sociogram => "sociogram", "sociogram";
    /// The goals.
    key_goals => "hersteldoelen", "recovery goals";
    /// The plan.
    key_plan => "signaleringsplan", "signalling plan";
    /// The interviews.
    key_interviews => "verdiepingsgesprekken", "in-depth interviews";
    /// The bin.
    key_bin => "prullenbak bekijken", "look in the bin";
    /// The log.
    key_log => "logboek lezen", "read the log";
    /// Erase for good.
    key_erase => "deze regel voorgoed wissen", "erase this line for good";
    /// A step without an appendix.
    no_appendix => "deze stap heeft geen bijlage", "this step has no appendix";
    /// Nothing can be deleted here.
    nothing_to_delete => "kies eerst iets in de lijst", "choose something in the list first";
    /// Make an agreement.
    key_agreement => "afspraak maken", "make an agreement";
    /// Make a decision.
    key_decision => "besluit opschrijven", "write down a decision";
    /// Read the previous minutes.
    key_read_previous => "vorig verslag lezen", "read the previous minutes";
    /// The clock for the room.
    key_big_clock => "grote klok", "large clock";
    /// The minutes of an item.
    key_budget => "tijd voor dit punt", "time for this item";
    /// A jump of the clock.
    key_jump => "tijd die er niet bij hoort", "time that does not count";
    /// To attendance.
    key_attendance => "wie is er", "who is there";
    /// To closing.
    key_closing => "afronden", "closing";
    /// To the group.
    key_to_group => "naar de groep", "to the group";
    /// The next item.
    key_next_item => "volgend punt", "next item";
    /// The previous item.
    key_previous_item => "vorig punt", "previous item";
    /// Open.
    key_open => "openen", "open";
    /// A new group.
    key_new_group => "nieuwe groep", "new group";
    /// The practice group.
    key_practice => "oefengroep", "practice group";
    /// Filter the list.
    key_filter => "zoeken", "search";
    /// Done typing.
    key_done => "klaar", "done";
    /// Accept changed files.
    key_accept => "bestanden goedkeuren", "accept the files";
    /// To all groups.
    key_to_groups => "alle groepen", "all groups";
    /// Help.
    key_help => "hulp", "help";
    /// Hide the screen.
    key_hide => "verbergen", "hide";
    /// Undo.
    key_undo => "ongedaan maken", "undo";
    /// Redo.
    key_redo => "opnieuw", "redo";
    /// Everything is saved.
    key_saved => "is alles bewaard?", "is everything saved?";
    /// Leave the program.
    key_quit => "weg", "leave";
    /// The space bar.
    key_named_space => "Spatie", "Space";
    /// An arrow key.
    key_named_up => "Omhoog", "Up";
    /// An arrow key.
    key_named_down => "Omlaag", "Down";
    /// An arrow key.
    key_named_left => "Links", "Left";
    /// An arrow key.
    key_named_right => "Rechts", "Right";
    /// The heading of help.
    help_title => "Hulp: wat wil je doen?", "Help: what would you like to do?";
    /// The heading of the menu.
    menu_title => "Menu", "Menu";
    /// Typing filters.
    type_to_find => "Typ om te zoeken:", "Type to search:";
    /// Nothing fits what was typed.
    nothing_found => "Niets gevonden. Typ iets anders, of druk op Esc.",
        "Nothing found. Type something else, or press Esc.";
    /// Everything is saved always.
    always_saved => "Alles is al bewaard. Dat doet kring vanzelf, bij elke letter.",
        "Everything is saved already. kring does that by itself, with every letter.";
    /// Letters have no meaning here.
    no_typing_here => "Hier kun je niet typen. Enter kiest, Tab gaat verder.",
        "You cannot type here. Enter chooses, Tab goes on.";
    /// There is nothing to undo.
    no_undo => "er is niets om ongedaan te maken", "there is nothing to undo";
    /// There is nothing to redo.
    no_redo => "er is niets om opnieuw te doen", "there is nothing to redo";
    /// There is nothing to accept.
    nothing_to_accept => "alle bestanden zijn in orde", "all files are in order";
    /// The minutes are agreed.
    is_finished => "het verslag is vastgesteld", "the minutes are agreed";
    /// The meeting is there already.
    here_already => "daar ben je al", "you are there already";
    /// There is no item at hand.
    no_item => "kies eerst een punt", "choose an item first";
    /// The hour runs already.
    hour_runs_already => "het uur loopt al", "the hour is running already";
    /// There is no item after this.
    no_next_item => "dit is het laatste", "this is the last one";
    /// There is no item before this.
    no_previous_item => "dit is het eerste", "this is the first one";
    /// The clock made no jump.
    no_jump => "de klok maakte geen sprong", "the clock did not jump";
    /// The meeting runs.
    meeting_runs => "dat kan na de bijeenkomst", "you can do that after the meeting";
    /// Something was written down already.
    has_words => "er is al iets opgeschreven", "something is written down already";
    /// No person is at hand.
    choose_person => "kies eerst iemand in de lijst", "choose somebody in the list first";
}

impl Words {
    /// What somebody did, as undo names it.
    #[must_use]
    pub fn deed(self, deed: Deed) -> &'static str {
        match deed {
            Deed::Typing => self.pick("typen", "typing"),
            Deed::Pasting => self.pick("plakken", "pasting"),
            Deed::Attendance => self.pick("wie er is", "who is there"),
            Deed::Roles => self.pick("wie wat doet", "who does what"),
            Deed::CheckIn => self.pick("hoe gaat het", "check-in"),
            Deed::Answer => self.pick("hoe ging het", "how did it go"),
            Deed::Agreement => self.pick("afspraak", "agreement"),
            Deed::Decision => self.pick("besluit", "decision"),
            Deed::GoalState => self.pick("stand van het doel", "state of the goal"),
            Deed::Progress => self.pick("hoe het met het doel gaat", "how the goal is going"),
            Deed::NewGoal => self.pick("nieuw doel", "new goal"),
            Deed::NewPerson => self.pick("iemand erbij", "somebody added"),
            Deed::PersonName => self.pick("naam", "name"),
            Deed::Reviewed => self.pick("signaleringsplan", "signalling plan"),
            Deed::PlanShown => self.pick("plan laten zien", "showing the plan"),
            Deed::Frequency => self.pick("hoe vaak", "how often"),
            Deed::Topic => self.pick("thema", "theme"),
            Deed::NextDate => self.pick("volgende datum", "next date"),
            Deed::Budget => self.pick("tijd voor het punt", "time for the item"),
            Deed::Composition => self.pick("wie er de volgende keer is", "who is there next time"),
            Deed::AfterTalk => self.pick("nagesprek", "afterwards"),
            Deed::Jump => self.pick("kloksprong", "clock jump"),
            Deed::Step => self.pick("stand van een stap", "state of a step"),
            Deed::Ring => self.pick("plek in het sociogram", "place in the sociogram"),
            Deed::Line => self.pick("lijn in het sociogram", "line in the sociogram"),
            Deed::Kind => self.pick("wat iemand is", "what somebody is"),
            Deed::Standing => self.pick("of iemand meedoet", "whether somebody joins"),
            Deed::Core => self.pick("vaste kern", "fixed core"),
            Deed::Approach => self.pick("hoe je het vraagt", "how to ask"),
            Deed::Interview => self.pick("verdiepingsgesprek", "in-depth interview"),
            Deed::Dimension => self.pick("waar het doel bij hoort", "what the goal is about"),
            Deed::Feasible => self.pick("haalbaar en realistisch", "feasible and realistic"),
            Deed::Attainment => self.pick("hoe ver het doel is", "how far the goal is"),
            Deed::Level => self.pick("deel van het plan", "part of the plan"),
            Deed::Channel => self.pick("hoe je contact houdt", "how you keep in touch"),
            Deed::Reorientation => self.pick("opnieuw kijken", "looking anew"),
            Deed::Receiver => self.pick("wie het overneemt", "who takes over"),
            Deed::ProposedDay => self.pick("voorstel voor een dag", "proposed day"),
            Deed::ProposedText => self.pick("voorbeeld invullen", "filling in an example"),
            Deed::Deleted => self.pick("naar de prullenbak", "to the bin"),
            Deed::Restored => self.pick("terug uit de prullenbak", "back from the bin"),
        }
    }

    /// What was undone, or done again, and what it was about when that has a name.
    #[must_use]
    pub fn undone(self, deed: Deed, about: &str, redo: bool) -> String {
        let deed = match about {
            "" => self.deed(deed).to_owned(),
            about => format!("{} ({about})", self.deed(deed)),
        };
        if redo {
            self.pick(format!("Opnieuw gedaan: {deed}."), format!("Done again: {deed}."))
        } else {
            self.pick(format!("Ongedaan gemaakt: {deed}."), format!("Undone: {deed}."))
        }
    }

    /// There is nothing to undo or redo.
    #[must_use]
    pub fn nothing_to_undo(self, redo: bool) -> &'static str {
        if redo { self.no_redo() } else { self.no_undo() }
    }
}
