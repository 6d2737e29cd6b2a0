//! Closing, afterwards, and a group between its meetings.

use std::path::Path;

use chrono::NaiveDate;

use crate::domain::group::Appointment;
use crate::domain::ids::MeetingId;
use crate::domain::phase::Phase;
use crate::store::document::{BrokenFile, VERSION};
use crate::store::open::Permission;
use crate::words::{Words, messages};

messages! {
    /// The page on which a meeting closes, in a list.
    closing => "Afronden", "Closing";
    /// Its heading.
    closing_title => "Samen afronden", "Closing together";
    /// What it is for.
    closing_intro => "Lees samen na wat je afsprak. Klopt het, en mist er iets?",
        "Read back together what you agreed. Is it right, and is anything missing?";
    /// The agreements that were made.
    agreed_today => "Afgesproken", "Agreed";
    /// The decisions that were made.
    decided_today => "Besloten", "Decided";
    /// The next meeting.
    at_next_meeting => "De volgende keer", "Next time";
    /// Something of an agreement is missing.
    fill_in => "invullen", "fill in";
    /// Agree the minutes.
    finish => "Klaar: het verslag vaststellen", "Done: agree the minutes";
    /// The minutes are agreed now.
    minutes_agreed => "Het verslag is klaar en bewaard.", "The minutes are done and saved.";
    /// The meeting is over.
    meeting_is_over => "De bijeenkomst is klaar.", "The meeting is over.";
    /// Thanks to everybody.
    thank_you => "Dank je wel dat je er was.", "Thank you for being here.";
    /// The two are alone.
    alone_now => "Nagesprek: we zijn nu met z'n tweeën", "Afterwards: it is just the two of us now";
    /// It can wait.
    later_is_fine => "Het nagesprek komt later", "The two of us will talk later";
    /// There is no next date.
    next_date_is_missing => "geen datum", "no date";
    /// Afterwards, in a list.
    after_talk => "Nagesprek", "Afterwards";
    /// Its heading.
    after_title => "Na de bijeenkomst", "After the meeting";
    /// The same people next time.
    same_group => "Dezelfde groep als nu", "The same group as now";
    /// The client, when there is no name.
    the_client => "De cliënt", "The client";
    /// The evaluation.
    evaluation => "Wanneer kijken jullie samen terug?", "When will the two of you look back?";
    /// The minutes.
    the_minutes => "Het verslag", "The minutes";
    /// Read them.
    read_minutes => "Verslag lezen", "Read the minutes";
    /// Save them as a file.
    save_minutes => "Verslag als bestand bewaren", "Save the minutes as a file";
    /// Open them again.
    reopen => "Verslag heropenen", "Open the minutes again";
    /// To the group.
    to_group => "Klaar, naar de groep", "Done, to the group";
    /// All groups.
    groups => "Groepen", "Groups";
    /// The name of a new group.
    ask_group_name => "Hoe heet de groep? De cliënt kiest:",
        "What is the group called? The client chooses:";
    /// There is no group yet.
    home_is_empty => "kring helpt je een bijeenkomst te houden en op te schrijven. Hier komen je groepen te staan. Druk op e voor de oefengroep, of op n voor een nieuwe groep.",
        "kring helps you hold a meeting and write it down. Your groups will stand here. Press e for the practice group, or n for a new group.";
    /// The heading of names.
    group_column => "Groep", "Group";
    /// The heading of phases.
    phase_column => "Fase", "Phase";
    /// The heading of steps.
    steps_column => "Stappen", "Steps";
    /// The heading of next meetings.
    next_column => "Volgende bijeenkomst", "Next meeting";
    /// Goals.
    goals => "Doelen", "Goals";
    /// Meetings.
    meetings => "Bijeenkomsten", "Meetings";
    /// Files were accepted.
    accepted => "De bestanden zijn goedgekeurd. Van de oude is een kopie bewaard.",
        "The files are accepted. A copy of the old ones is kept.";
    /// The group can only be read.
    read_only => "alleen lezen", "read only";
}

impl Words {
    /// Yes or no.
    #[must_use]
    pub fn yes_no(self, yes: bool) -> &'static str {
        if yes { self.pick("ja", "yes") } else { self.pick("nee", "no") }
    }

    /// Yes, or not yet.
    #[must_use]
    pub fn yes_not_yet(self, yes: bool) -> &'static str {
        if yes { self.pick("ja", "yes") } else { self.pick("nog niet", "not yet") }
    }

    /// Whether it was decided who is there next time.
    #[must_use]
    pub fn decided(self, decided: bool, same: bool) -> &'static str {
        match (decided, same) {
            (false, _) => self.pick("nog niet besloten", "not decided yet"),
            (true, true) => self.pick("besloten", "decided"),
            (true, false) => self.pick("nee, een andere groep", "no, a different group"),
        }
    }

    /// What client and coordinator do afterwards.
    #[must_use]
    pub fn after_intro(self, client: &str) -> String {
        self.pick(
            format!("{client} kijkt vooruit, samen met de regieondersteuner."),
            format!("{client} looks ahead, together with the care coordinator."),
        )
    }

    /// The client has read the minutes.
    #[must_use]
    pub fn client_has_read(self, client: &str) -> String {
        self.pick(
            format!("{client} heeft het verslag gelezen"),
            format!("{client} has read the minutes"),
        )
    }

    /// Agreements without who or when.
    #[must_use]
    pub fn agreements_half_open(self, number: usize) -> String {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let agreements = self.counted(number, "afspraak", "afspraken", "agreement", "agreements");
        self.pick(
            format!("{agreements} zonder wie of wanneer"),
            format!("{agreements} without who or when"),
        )
    }

    /// A form that was left half-way.
    #[must_use]
    pub fn left_half_way(self, title: &str, typed: &str) -> String {
        self.pick(
            format!("\"{title}\" is niet af ({typed})"),
            format!("\"{title}\" is not finished ({typed})"),
        )
    }

    /// What is missing before the minutes are agreed.
    #[must_use]
    pub fn still_missing(self, missing: &[String]) -> String {
        let missing = missing.join(", ");
        self.pick(
            format!("Nog open: {missing}. Toch klaar? Enter."),
            format!("Still open: {missing}. Finish anyway? Enter."),
        )
    }

    /// Who is there next time; the client decides.
    #[must_use]
    pub fn who_next_time(self, client: &str) -> String {
        self.pick(
            format!("Wie is er de volgende keer? {client} kiest."),
            format!("Who is there next time? {client} decides."),
        )
    }

    /// When and why minutes were opened again.
    #[must_use]
    pub fn was_reopened(self, date: NaiveDate, reason: &str) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Heropend op {date}: {reason}"),
            format!("Opened again on {date}: {reason}"),
        )
    }

    /// The name of a file of minutes.
    #[must_use]
    pub fn minutes_file(self, id: MeetingId) -> String {
        self.pick(format!("verslag-{id}.txt"), format!("minutes-{id}.txt"))
    }

    /// Where a file was written.
    #[must_use]
    pub fn exported(self, path: &Path) -> String {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let folder = path.parent().unwrap_or(path).display();
        self.pick(format!("Bewaard: {name} in {folder}"), format!("Saved: {name} in {folder}"))
    }

    /// What somebody typed in a group that can only be read went nowhere.
    #[must_use]
    pub fn not_written_down(self, permission: &Permission) -> String {
        let why = self.only_reading(permission);
        self.pick(
            format!("Dit is niet opgeschreven. {why}"),
            format!("This was not written down. {why}"),
        )
    }

    /// Why a group can only be read.
    #[must_use]
    pub fn only_reading(self, permission: &Permission) -> String {
        match permission {
            Permission::Taken(owner) => {
                let (who, known) = (owner.name(), owner.is_known());
                let since = self.pick(" sinds ", " since ").to_owned()
                    + &self.said_time(owner.since.time());
                let since = if known { since } else { String::new() };
                let someone = self.pick("een ander programma", "another program").to_owned();
                let who = if who.is_empty() { someone } else { who };
                self.pick(
                    format!("Alleen lezen: open bij {who}{since}."),
                    format!("Read only: open with {who}{since}."),
                )
            }
            Permission::Perhaps(owner) => self.only_reading_perhaps(owner),
            Permission::ReadOnly => self
                .pick(
                    "Deze map is alleen om te lezen. Wat je typt blijft hier niet bewaard.",
                    "This folder is read only. What you type cannot be saved here.",
                )
                .to_owned(),
            Permission::Doubt(_) => self
                .pick(
                    "Alleen lezen: buiten kring veranderd. Keur het goed bij de groep, met a.",
                    "Read only: changed outside kring. Accept it at the group, with a.",
                )
                .to_owned(),
            Permission::Newer(_) => self
                .pick(
                    "Alleen lezen: van een nieuwere kring. Vernieuw kring om te schrijven.",
                    "Read only: of a newer kring. Renew kring to write in it.",
                )
                .to_owned(),
            Permission::Write => String::new(),
        }
    }

    /// That a newer kring wrote in a group, and what to do.
    #[must_use]
    pub fn from_newer(self, version: u32) -> String {
        self.pick(
            format!("Een nieuwere kring schreef in deze groep (versie {version}; deze kring kent {VERSION}). Je kunt lezen wat deze kring begrijpt. Alles is veilig: hier verandert niets. Vernieuw kring op deze computer om weer te schrijven."),
            format!("A newer kring wrote in this group (version {version}; this kring knows {VERSION}). You can read what this kring understands. Everything is safe: nothing is changed here. Renew kring on this computer to write again."),
        )
    }

    /// Which files were changed outside kring, and what to do.
    #[must_use]
    pub fn doubtful(self, doubts: &[BrokenFile]) -> String {
        let names: Vec<String> = doubts
            .iter()
            .filter_map(|doubt| Some(doubt.path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        let names = names.join(", ");
        self.pick(
            format!("Buiten kring veranderd: {names}. Je kunt lezen. Klopt de inhoud? Druk op a: kring maakt een kopie en gaat verder."),
            format!("Changed outside kring: {names}. You can read. Is the content right? Press a: kring keeps a copy and goes on."),
        )
    }

    /// What a list is filtered by.
    #[must_use]
    pub fn filtered_by(self, filter: &str) -> String {
        self.pick(
            format!("Alleen groepen met \"{filter}\". Esc toont ze allemaal."),
            format!("Only groups with \"{filter}\". Esc shows all of them."),
        )
    }

    /// "fase 5".
    #[must_use]
    pub fn phase_number(self, phase: Phase) -> String {
        let number = phase.number();
        self.pick(format!("fase {number}"), format!("phase {number}"))
    }

    /// The phase of a group, in a sentence.
    #[must_use]
    pub fn phase_of_group(self, phase: Phase, name: &str) -> String {
        let number = phase.number();
        self.pick(format!("Fase {number}: {name}"), format!("Phase {number}: {name}"))
    }

    /// The next meeting of a group, in a column.
    #[must_use]
    pub fn next_in_column(
        self,
        unfinished: bool,
        next: Option<NaiveDate>,
        today: NaiveDate,
    ) -> String {
        match next {
            _ if unfinished => self.pick("begonnen, nog niet af", "begun, not finished").to_owned(),
            Some(date) => {
                format!("{} · {}", self.short_date(date, today), self.distance(date, today))
            }
            None => self.pick("nog geen datum", "no date yet").to_owned(),
        }
    }

    /// The same where there is little room: today, tomorrow, or the day.
    #[must_use]
    pub fn next_in_narrow_column(
        self,
        unfinished: bool,
        next: Option<NaiveDate>,
        today: NaiveDate,
    ) -> String {
        match next {
            Some(date) if !unfinished && (date - today).num_days().abs() > 1 => {
                self.short_date(date, today)
            }
            _ => self.next_in_column(unfinished, next, today),
        }
    }

    /// The next meeting of a group, in a sentence.
    #[must_use]
    pub fn next_planned(self, next: Option<&Appointment>, today: NaiveDate) -> String {
        let Some(next) = next else {
            return self
                .pick(
                    "Nog geen datum voor de volgende bijeenkomst",
                    "No date for the next meeting yet",
                )
                .to_owned();
        };
        let date = self.long_date(next.date);
        let distance = self.distance(next.date, today);
        let time = next.time.map(|time| format!(", {}", self.said_time(time))).unwrap_or_default();
        let place = if next.place.is_empty() { String::new() } else { format!(", {}", next.place) };
        self.pick(
            format!("Volgende bijeenkomst: {date}{time}{place} ({distance})"),
            format!("Next meeting: {date}{time}{place} ({distance})"),
        )
    }

    /// Who is in the group.
    #[must_use]
    pub fn members_are(self, names: &[String]) -> String {
        if names.is_empty() {
            return self.pick("Nog niemand in de groep", "Nobody in the group yet").to_owned();
        }
        let names = names.join(", ");
        self.pick(format!("In de groep: {names}"), format!("In the group: {names}"))
    }

    /// Go on with a meeting.
    #[must_use]
    pub fn go_on_with(self, kind: &str, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(
            format!("Verder met de {kind} van {date}"),
            format!("Go on with the {kind} of {date}"),
        )
    }

    /// Begin a meeting.
    #[must_use]
    pub fn begin_meeting(self, kind: &str) -> String {
        self.pick(format!("Een {kind} beginnen"), format!("Begin a {kind}"))
    }
}
