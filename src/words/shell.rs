//! What the commands print, and the errors of the command line.

use chrono::NaiveDate;

use super::{Words, messages};
use crate::sanitize;
use crate::store::accept::NotAccepted;

messages! {
    no_terminal => "Hier is geen terminal, en zonder terminal kan het programma niet open.",
        "There is no terminal here, and without one the program cannot open.";
    no_terminal_hint => "Typ dit in een terminal. Zonder kan wel: kring list, show, export en check.",
        "Type this in a terminal. Without one you can use: kring list, show, export and check.";
    no_folder => "kring weet niet in welke map het moet bewaren.",
        "kring does not know in which folder to keep things.";
    no_folder_hint => "Kies een map: kring --dir MAP", "Choose a folder: kring --dir DIR";
    no_groups => "Er is nog geen groep.", "There is no group yet.";
    no_groups_hint => "Begin een groep met kring new NAAM, of oefen met kring example.",
        "Begin a group with kring new NAME, or practise with kring example.";
    groups_hint => "Alle groepen: kring list", "All groups: kring list";
    name_hint => "Kies een naam, bijvoorbeeld: kring new \"De Linde\"",
        "Choose a name, for example: kring new \"De Linde\"";
    practice_in_use => "De oefengroep is open in een ander venster.",
        "The practice group is open in another window.";
    practice_in_use_hint => "Sluit dat venster eerst.", "Close that window first.";
    /// Below the fault of a practice group that cannot be read.
    practice_anew => "De oefengroep opnieuw maken: kring example --fresh",
        "To make the practice group anew: kring example --fresh";
    /// Below the fault of a file that cannot be read.
    broken_hint => "Er is niets veranderd. Alles nakijken: kring check",
        "Nothing was changed. To look at everything: kring check";
    /// Below the fault of a file that was changed outside kring and can be read.
    doubt_hint => "De inhoud is wel te lezen. Alles nakijken: kring check",
        "What it holds can be read. To look at everything: kring check";
    /// Below the fault of a file that a newer kring wrote.
    newer_hint => "Je ziet wat deze versie van kring ervan begrijpt. Er is niets veranderd. Om te schrijven heb je een nieuwere versie van kring nodig.",
        "You see what this kring understands of it. Nothing was changed. To write you need a newer kring.";
    /// Below the fault of the file with settings.
    settings_hint => "kring gaat verder zonder deze instellingen.",
        "kring goes on without these settings.";
    meeting_unfinished => "bijeenkomst nog niet afgerond", "meeting not closed yet";
    nothing_planned => "geen datum", "no date";
    heading_members => "Wie erbij zijn", "Who is in the group";
    heading_goals => "Hersteldoelen", "Recovery goals";
    heading_agreements => "Werkafspraken die openstaan", "Open work agreements";
    heading_meetings => "Bijeenkomsten tot nu toe", "Meetings so far";
    told_explained_to => "Uitleg gegeven aan", "Explained to";
    told_explained_on => "Uitleg gegeven op", "Explained on";
    told_first_week => "Week van de eerste bijeenkomst", "Week of the first meeting";
    heading_arrangements => "Wat is geregeld", "What is arranged";
    heading_asking => "Wie de cliënt erbij wil", "Whom the client wants to join";
    how_often => "Hoe vaak", "How often";
    next_time => "Volgende bijeenkomst", "Next meeting";
    nothing_open => "Er staat niets open.", "Nothing is open.";
    no_members => "Er doet nog niemand mee.", "Nobody has joined yet.";
    no_meetings => "Er was nog geen bijeenkomst.", "There was no meeting yet.";
    /// In place of the names behind an agreement.
    nobody_named => "nog niemand", "nobody yet";
    what_hint => "Wat nu kan: minutes, het verslag.", "What works now: minutes.";
    meeting_hint => "Typ een datum als 2026-02-12, of all voor alle bijeenkomsten.",
        "Type a date such as 2026-02-12, or all for all meetings.";
    /// An export may not be written into the data folder.
    not_among_groups => "Dit bestand zou tussen de groepen van kring komen te staan.",
        "This file would come to stand among kring's groups.";
    elsewhere_hint => "Kies een andere plek.", "Choose another place.";
    /// An export would overwrite something that is not a file.
    not_a_file => "Op die plek staat iets anders dan een bestand.",
        "Something other than a file is in that place.";
    nothing_to_check => "Er is nog niets bewaard, dus er is niets na te kijken.",
        "Nothing is kept yet, so there is nothing to look at.";
    /// After `kring check`, when it found broken files.
    check_hint => "kring heeft niets veranderd. Oudere versies staan in de map backups van de groep.",
        "kring changed nothing. Older versions are in the group's backups folder.";
    /// After `kring check`, when it found files that were changed and can be read.
    accept_hint => "kring heeft niets veranderd. Deed je dit zelf? Keur het goed: kring check --accept PAD",
        "kring changed nothing. Did you do this yourself? Accept it: kring check --accept PATH";
    nothing_to_accept_here => "Er is niets goed te keuren: alles is zoals kring het bewaarde.",
        "There is nothing to accept: everything is as kring saved it.";
    not_kept_here => "Dit bestand staat niet in een map van kring, dus er is geen plek voor een kopie.",
        "This file is not in a folder of kring, so there is no place for a copy.";
    rest_as_it_was => "Wat niet is goedgekeurd, is gebleven zoals het was.",
        "What was not accepted is as it was.";
    /// One of kring's own texts cannot be read.
    own_defect => "Er klopt iets niet in kring zelf.", "Something is wrong in kring itself.";
    own_defect_hint => "Meld dit bij wie kring voor je beheert; je gegevens zijn heel.",
        "Tell whoever looks after kring for you; what you wrote is whole.";
    not_typed_well => "kring begrijpt deze opdracht niet.", "kring does not understand this command.";
    not_readable => "Er staat iets in de opdracht dat geen tekst is.",
        "Something in the command is not text.";
}

impl Words {
    #[must_use]
    pub fn phase_line(self, number: u8, name: &str, done: usize, all: usize) -> String {
        self.pick(
            format!("Fase {number}, {name}. {done} van de {all} stappen zijn klaar."),
            format!("Phase {number}, {name}. {done} of the {all} steps are done."),
        )
    }

    #[must_use]
    pub fn group_made(self, name: &str) -> String {
        self.pick(format!("De groep {name} is er."), format!("The group {name} is there."))
    }

    /// After `kring example`: `made` when the group was not there yet.
    #[must_use]
    pub fn practice_there(self, name: &str, made: bool) -> String {
        if made {
            return self.pick(
                format!("De oefengroep {name} staat klaar. De mensen zijn verzonnen."),
                format!("The practice group {name} is ready. The people are invented."),
            );
        }
        self.pick(
            format!("De oefengroep {name} was er al; er is niets veranderd."),
            format!("The practice group {name} was there already; nothing was changed."),
        )
    }

    #[must_use]
    pub fn kept_in(self, place: &str) -> String {
        self.pick(format!("Map: {place}"), format!("Folder: {place}"))
    }

    #[must_use]
    pub fn next_commands(self, kring: &str, slug: &str) -> String {
        self.pick(
            format!("Verder:\n  {kring} meet {slug}    naar de bijeenkomst\n  {kring} show {slug}    waar de groep staat"),
            format!("Next:\n  {kring} meet {slug}    into the meeting\n  {kring} show {slug}    where the group stands"),
        )
    }

    #[must_use]
    pub fn does_not_open(self, reason: &str) -> String {
        self.pick(format!("gaat niet open: {reason}"), format!("does not open: {reason}"))
    }

    #[must_use]
    pub fn no_such_group(self, asked: &str) -> String {
        self.pick(
            format!("Er is geen groep die {asked} heet."),
            format!("There is no group called {asked}."),
        )
    }

    #[must_use]
    pub fn did_you_mean(self, nearest: &str) -> String {
        self.pick(format!("Bedoel je {nearest}?"), format!("Do you mean {nearest}?"))
    }

    #[must_use]
    pub fn several_groups(self, asked: &str, number: usize) -> String {
        self.pick(
            format!("{number} groepen beginnen met {asked}."),
            format!("{number} groups begin with {asked}."),
        )
    }

    #[must_use]
    pub fn choose_from(self, choices: &str) -> String {
        self.pick(format!("Kies: {choices}"), format!("Choose: {choices}"))
    }

    #[must_use]
    pub fn no_such_export(self, asked: &str) -> String {
        self.pick(
            format!("{asked} is niets wat kring kan maken."),
            format!("{asked} is nothing kring can make."),
        )
    }

    #[must_use]
    pub fn no_such_date(self, asked: &str) -> String {
        self.pick(format!("{asked} is geen datum."), format!("{asked} is no date."))
    }

    #[must_use]
    pub fn several_meetings_on(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Op {date} waren er meer bijeenkomsten."),
            format!("There was more than one meeting on {date}."),
        )
    }

    /// The ids among which to choose.
    #[must_use]
    pub fn choose_meeting(self, ids: &[String]) -> String {
        let choices: Vec<String> = ids.iter().map(|id| format!("--meeting {id}")).collect();
        let choices = choices.join(self.pick(" of ", " or "));
        self.pick(format!("Kies: {choices}"), format!("Choose: {choices}"))
    }

    #[must_use]
    pub fn no_meeting_on(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Op {date} was er geen bijeenkomst."),
            format!("There was no meeting on {date}."),
        )
    }

    #[must_use]
    pub fn nearest_meeting(self, nearest: &str) -> String {
        self.pick(
            format!("De dichtstbijzijnde: --meeting {nearest}"),
            format!("The nearest: --meeting {nearest}"),
        )
    }

    #[must_use]
    pub fn written_to(self, file: &str) -> String {
        self.pick(format!("Geschreven: {file}"), format!("Written: {file}"))
    }

    #[must_use]
    pub fn all_whole(self, files: usize) -> String {
        let files = i64::try_from(files).unwrap_or(i64::MAX);
        let counted = self.counted(files, "bestand", "bestanden", "file", "files");
        self.pick(
            format!("{counted} nagekeken: alles is heel."),
            format!("{counted} read: all is well."),
        )
    }

    #[must_use]
    pub fn accepted_file(self, file: &str) -> String {
        self.pick(
            format!("Goedgekeurd, met een kopie in de map backups: {file}"),
            format!("Accepted, with a copy in the backups folder: {file}"),
        )
    }

    #[must_use]
    pub fn whole_already(self, file: &str) -> String {
        self.pick(format!("Was al heel: {file}"), format!("Was whole already: {file}"))
    }

    /// Why `kring check --accept` did not accept a file.
    #[must_use]
    pub fn not_accepted(self, refusal: &NotAccepted) -> String {
        match refusal {
            NotAccepted::Broken(broken) => self.broken(broken),
            NotAccepted::InUse(owner) => self.open_with(&sanitize::line(&owner.name())),
            NotAccepted::Elsewhere => self.not_kept_here().to_owned(),
            NotAccepted::NotSaved(error) => self.not_saved(error),
        }
    }

    fn open_with(self, who: &str) -> String {
        let by =
            if who.is_empty() { self.pick("een ander programma", "another program") } else { who };
        self.pick(
            format!("Deze groep is open bij {by}. Sluit kring daar eerst."),
            format!("This group is open with {by}. Close kring there first."),
        )
    }

    /// The operating system does not let kring print, or open the screen.
    #[must_use]
    pub fn stopped(self, reason: &str) -> String {
        self.pick(
            format!("kring kan niet verder: {reason}"),
            format!("kring cannot go on: {reason}"),
        )
    }

    #[must_use]
    pub fn no_such_command(self, asked: &str) -> String {
        self.pick(
            format!("De opdracht {asked} bestaat niet."),
            format!("There is no command {asked}."),
        )
    }

    #[must_use]
    pub fn does_not_belong(self, asked: &str) -> String {
        self.pick(format!("{asked} hoort hier niet."), format!("{asked} does not belong here."))
    }

    #[must_use]
    pub fn is_missing(self, what: &str) -> String {
        self.pick(format!("Hier ontbreekt nog: {what}."), format!("This is missing: {what}."))
    }

    #[must_use]
    pub fn no_such_value(self, value: &str, option: &str) -> String {
        self.pick(
            format!("{option} kent {value} niet."),
            format!("{option} does not know {value}."),
        )
    }

    #[must_use]
    pub fn stands_twice(self, option: &str) -> String {
        self.pick(format!("{option} staat er twee keer."), format!("{option} is there twice."))
    }
}
