//! The words of the shell: what the commands say.

use crate::harmless;
use crate::store::accept::Refusal;
use crate::store::name::NameProblem;
use chrono::NaiveDate;

use super::{Words, messages};

messages! {
    /// There is no terminal.
    no_terminal => "Hier is geen terminal, en zonder terminal kan het programma niet open.",
        "There is no terminal here, and without one the program cannot open.";
    /// What to do without a terminal.
    no_terminal_hint => "Typ dit in een terminal. Zonder kan wel: kring list, show, export en check.",
        "Type this in a terminal. Without one you can use: kring list, show, export and check.";
    /// No data folder.
    no_folder => "kring weet niet in welke map het moet bewaren.",
        "kring does not know in which folder to keep things.";
    /// What to do without a data folder.
    no_folder_hint => "Kies een map: kring --dir MAP", "Choose a folder: kring --dir DIR";
    /// There are no groups.
    no_groups => "Er is nog geen groep.", "There is no group yet.";
    /// What to do without groups.
    no_groups_hint => "Begin een groep met kring new NAAM, of oefen met kring example.",
        "Begin a group with kring new NAME, or practise with kring example.";
    /// Where all groups are told.
    groups_hint => "Alle groepen: kring list", "All groups: kring list";
    /// A group needs a name.
    name_needed => "Een groep heeft een naam nodig.", "A group needs a name.";
    /// A name that is too long, or holds signs that cannot be shown.
    name_refused => "Deze naam kan niet: hooguit 60 tekens, zonder onzichtbare tekens.",
        "This name will not do: 60 characters at most, and none that are invisible.";
    /// The practice group's name is taken.
    name_of_practice => "Zo heet de oefengroep al.", "That is what the practice group is called.";
    /// What to do about a name.
    name_hint => "Kies een naam, bijvoorbeeld: kring new \"De Linde\"",
        "Choose a name, for example: kring new \"De Linde\"";
    /// The practice group is open in another program.
    practice_in_use => "De oefengroep is open in een ander venster.",
        "The practice group is open in another window.";
    /// What to do about it.
    practice_in_use_hint => "Sluit dat venster eerst.", "Close that window first.";
    /// What to do about a broken practice group.
    practice_anew => "De oefengroep opnieuw maken: kring example --fresh",
        "To make the practice group anew: kring example --fresh";
    /// A file of a group is broken.
    broken_hint => "Er is niets veranderd. Alles nakijken: kring check",
        "Nothing was changed. To look at everything: kring check";
    /// A file is not as kring left it, and reads all the same.
    doubt_hint => "De inhoud is wel te lezen. Alles nakijken: kring check",
        "What it holds can be read. To look at everything: kring check";
    /// A file is of a newer kring, and reads as far as this one understands it.
    newer_hint => "Je ziet wat deze kring ervan begrijpt. Er is niets veranderd. Om te schrijven heb je een nieuwere kring nodig.",
        "You see what this kring understands of it. Nothing was changed. To write you need a newer kring.";
    /// A file with settings is broken.
    settings_hint => "kring gaat verder zonder deze instellingen.",
        "kring goes on without these settings.";
    /// An unfinished meeting.
    meeting_unfinished => "bijeenkomst nog niet afgerond", "meeting not closed yet";
    /// No next meeting is planned.
    nothing_planned => "geen datum", "no date";
    /// Above the members.
    heading_members => "Wie erbij zijn", "Who is in the group";
    /// Above the goals.
    heading_goals => "Hersteldoelen", "Recovery goals";
    /// Above the open agreements.
    heading_agreements => "Werkafspraken die openstaan", "Open work agreements";
    /// Above the meetings.
    heading_meetings => "Bijeenkomsten tot nu toe", "Meetings so far";
    /// Before whom the method was explained to.
    told_explained_to => "Uitleg gegeven aan", "Explained to";
    /// Before the day on which it was.
    told_explained_on => "Uitleg gegeven op", "Explained on";
    /// Before the week of the first meeting.
    told_first_week => "Week van de eerste bijeenkomst", "Week of the first meeting";
    /// Above what was arranged.
    heading_arrangements => "Wat is geregeld", "What is arranged";
    /// Above those who were asked.
    heading_asking => "Wie de cliënt erbij wil", "Whom the client wants to join";
    /// Before how often the group meets.
    how_often => "Hoe vaak", "How often";
    /// Before the next meeting.
    next_time => "Volgende bijeenkomst", "Next meeting";
    /// There are no goals.
    no_goals => "Er zijn nog geen doelen.", "There are no goals yet.";
    /// Nothing is open.
    nothing_open => "Er staat niets open.", "Nothing is open.";
    /// There are no members.
    no_members => "Er doet nog niemand mee.", "Nobody has joined yet.";
    /// There were no meetings.
    no_meetings => "Er was nog geen bijeenkomst.", "There was no meeting yet.";
    /// Nobody was named.
    nobody_named => "nog niemand", "nobody yet";
    /// What can be exported.
    what_hint => "Wat nu kan: minutes, het verslag.", "What works now: minutes.";
    /// A date that cannot be read.
    meeting_hint => "Typ een datum als 2026-02-12, of all voor alle bijeenkomsten.",
        "Type a date such as 2026-02-12, or all for all meetings.";
    /// What is exported must not come among the groups.
    not_among_groups => "Dit bestand zou tussen de groepen van kring komen te staan.",
        "This file would come to stand among kring's groups.";
    /// What to do about it.
    elsewhere_hint => "Kies een andere plek.", "Choose another place.";
    /// Something else than a file has this name.
    not_a_file => "Op die plek staat iets anders dan een bestand.",
        "Something other than a file is in that place.";
    /// Nothing was kept yet.
    nothing_to_check => "Er is nog niets bewaard, dus er is niets na te kijken.",
        "Nothing is kept yet, so there is nothing to look at.";
    /// What to do about broken files.
    check_hint => "kring heeft niets veranderd. Oudere versies staan in de map backups van de groep.",
        "kring changed nothing. Older versions are in the group's backups folder.";
    /// What to do about files that are not as kring left them, and read.
    accept_hint => "kring heeft niets veranderd. Deed je dit zelf? Keur het goed: kring check --accept PAD",
        "kring changed nothing. Did you do this yourself? Accept it: kring check --accept PATH";
    /// No file was changed outside kring.
    nothing_to_accept_here => "Er is niets goed te keuren: alles is zoals kring het bewaarde.",
        "There is nothing to accept: everything is as kring saved it.";
    /// A file is not in a folder of kring.
    not_kept_here => "Dit bestand staat niet in een map van kring, dus er is geen plek voor een kopie.",
        "This file is not in a folder of kring, so there is no place for a copy.";
    /// What was not accepted is as it was.
    rest_as_it_was => "Wat niet is goedgekeurd, is gebleven zoals het was.",
        "What was not accepted is as it was.";
    /// A text of kring itself is broken.
    own_defect => "Er klopt iets niet in kring zelf.", "Something is wrong in kring itself.";
    /// What to do about it.
    own_defect_hint => "Meld dit bij wie kring voor je beheert; je gegevens zijn heel.",
        "Tell whoever looks after kring for you; what you wrote is whole.";
    /// Arguments were not understood.
    not_typed_well => "kring begrijpt deze opdracht niet.", "kring does not understand this command.";
    /// An argument holds bytes that are no text.
    not_readable => "Er staat iets in de opdracht dat geen tekst is.",
        "Something in the command is not text.";
}

impl Words {
    /// Why a group cannot be called so.
    #[must_use]
    pub fn name_problem(self, problem: NameProblem) -> &'static str {
        match problem {
            NameProblem::Missing => self.name_needed(),
            NameProblem::Unfit => self.name_refused(),
            NameProblem::Practice => self.name_of_practice(),
        }
    }

    /// How many agreements are open, in a list.
    #[must_use]
    pub fn open_agreements(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        self.counted(number, "afspraak open", "afspraken open", "agreement open", "agreements open")
    }

    /// How far a group is, in a list: "22/25 stappen".
    #[must_use]
    pub fn steps_of(self, done: usize, all: usize) -> String {
        self.pick(format!("{done}/{all} stappen"), format!("{done}/{all} steps"))
    }

    /// A phase by number and name, in a list.
    #[must_use]
    pub fn numbered_phase(self, number: u8, name: &str) -> String {
        self.pick(format!("fase {number} {name}"), format!("phase {number} {name}"))
    }

    /// A phase by number and name, with how far the group is.
    #[must_use]
    pub fn phase_line(self, number: u8, name: &str, done: usize, all: usize) -> String {
        self.pick(
            format!("Fase {number}, {name}. {done} van de {all} stappen zijn klaar."),
            format!("Phase {number}, {name}. {done} of the {all} steps are done."),
        )
    }

    /// A group was made.
    #[must_use]
    pub fn group_made(self, name: &str) -> String {
        self.pick(format!("De groep {name} is er."), format!("The group {name} is there."))
    }

    /// The practice group was made, or was there.
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

    /// Where something is kept.
    #[must_use]
    pub fn kept_in(self, place: &str) -> String {
        self.pick(format!("Map: {place}"), format!("Folder: {place}"))
    }

    /// What to type next, command by command with what it does.
    #[must_use]
    pub fn next_commands(self, kring: &str, slug: &str) -> String {
        self.pick(
            format!("Verder:\n  {kring} meet {slug}    naar de bijeenkomst\n  {kring} show {slug}    waar de groep staat"),
            format!("Next:\n  {kring} meet {slug}    into the meeting\n  {kring} show {slug}    where the group stands"),
        )
    }

    /// A group does not open, and why.
    #[must_use]
    pub fn does_not_open(self, reason: &str) -> String {
        self.pick(format!("gaat niet open: {reason}"), format!("does not open: {reason}"))
    }

    /// No group is called what was typed.
    #[must_use]
    pub fn no_such_group(self, asked: &str) -> String {
        self.pick(
            format!("Er is geen groep die {asked} heet."),
            format!("There is no group called {asked}."),
        )
    }

    /// The nearest to what was typed.
    #[must_use]
    pub fn did_you_mean(self, nearest: &str) -> String {
        self.pick(format!("Bedoel je {nearest}?"), format!("Do you mean {nearest}?"))
    }

    /// Several groups begin with what was typed.
    #[must_use]
    pub fn several_groups(self, asked: &str, number: usize) -> String {
        self.pick(
            format!("{number} groepen beginnen met {asked}."),
            format!("{number} groups begin with {asked}."),
        )
    }

    /// Which of several to choose from.
    #[must_use]
    pub fn choose_from(self, choices: &str) -> String {
        self.pick(format!("Kies: {choices}"), format!("Choose: {choices}"))
    }

    /// Nothing that can be exported is called so.
    #[must_use]
    pub fn no_such_export(self, asked: &str) -> String {
        self.pick(
            format!("{asked} is niets wat kring kan maken."),
            format!("{asked} is nothing kring can make."),
        )
    }

    /// Something cannot be exported yet.
    #[must_use]
    pub fn not_exported_yet(self, asked: &str) -> String {
        self.pick(
            format!("{asked} kan kring nog niet maken."),
            format!("kring cannot make {asked} yet."),
        )
    }

    /// A date that cannot be read.
    #[must_use]
    pub fn no_such_date(self, asked: &str) -> String {
        self.pick(format!("{asked} is geen datum."), format!("{asked} is no date."))
    }

    /// There was no meeting on a day.
    #[must_use]
    pub fn no_meeting_on(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Op {date} was er geen bijeenkomst."),
            format!("There was no meeting on {date}."),
        )
    }

    /// The meeting nearest to a day.
    #[must_use]
    pub fn nearest_meeting(self, nearest: &str) -> String {
        self.pick(
            format!("De dichtstbijzijnde: --meeting {nearest}"),
            format!("The nearest: --meeting {nearest}"),
        )
    }

    /// A file was written.
    #[must_use]
    pub fn written_to(self, file: &str) -> String {
        self.pick(format!("Geschreven: {file}"), format!("Written: {file}"))
    }

    /// How many files are whole.
    #[must_use]
    pub fn all_whole(self, files: usize) -> String {
        let files = i64::try_from(files).unwrap_or(i64::MAX);
        let counted = self.counted(files, "bestand", "bestanden", "file", "files");
        self.pick(
            format!("{counted} nagekeken: alles is heel."),
            format!("{counted} read: all is well."),
        )
    }

    /// A file was accepted.
    #[must_use]
    pub fn accepted_file(self, file: &str) -> String {
        self.pick(
            format!("Goedgekeurd, met een kopie in de map backups: {file}"),
            format!("Accepted, with a copy in the backups folder: {file}"),
        )
    }

    /// A file needs no accepting.
    #[must_use]
    pub fn whole_already(self, file: &str) -> String {
        self.pick(format!("Was al heel: {file}"), format!("Was whole already: {file}"))
    }

    /// Why a file that reads was not accepted.
    #[must_use]
    pub fn not_accepted(self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::Broken(broken) => self.broken(broken),
            Refusal::InUse(owner) => self.open_with(&harmless::line(&owner.name())),
            Refusal::Elsewhere => self.not_kept_here().to_owned(),
            Refusal::NotSaved(error) => self.not_saved(error),
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

    /// What could not be printed or opened, in the system's words.
    #[must_use]
    pub fn stopped(self, reason: &str) -> String {
        self.pick(
            format!("kring kan niet verder: {reason}"),
            format!("kring cannot go on: {reason}"),
        )
    }

    /// There is no such command.
    #[must_use]
    pub fn no_such_command(self, asked: &str) -> String {
        self.pick(
            format!("De opdracht {asked} bestaat niet."),
            format!("There is no command {asked}."),
        )
    }

    /// An option or a word that does not belong there.
    #[must_use]
    pub fn does_not_belong(self, asked: &str) -> String {
        self.pick(format!("{asked} hoort hier niet."), format!("{asked} does not belong here."))
    }

    /// Something is missing behind an option or a command.
    #[must_use]
    pub fn is_missing(self, what: &str) -> String {
        self.pick(format!("Hier ontbreekt nog: {what}."), format!("This is missing: {what}."))
    }

    /// A value that an option does not know.
    #[must_use]
    pub fn no_such_value(self, value: &str, option: &str) -> String {
        self.pick(
            format!("{option} kent {value} niet."),
            format!("{option} does not know {value}."),
        )
    }

    /// An option that stands there twice.
    #[must_use]
    pub fn stands_twice(self, option: &str) -> String {
        self.pick(format!("{option} staat er twee keer."), format!("{option} is there twice."))
    }
}
