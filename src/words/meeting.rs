//! The words of the live meeting.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::dates::DateProblem;
use crate::domain::frequency::Frequency;
use crate::domain::goal::Term;
use crate::domain::person::{MeetingRole, Person, PersonKind};
use crate::words::{Words, capital, messages};

messages! {
    /// Who is there.
    who_is_there => "Wie is er", "Who is there";
    /// Nobody is expected.
    nobody_yet => "Er staat nog niemand in de lijst.", "Nobody is in the list yet.";
    /// There are people, and none of them joins yet.
    nobody_joins_yet => "Nog niemand doet mee. Bij Mensen (7 in de groep) kies je wie meedoet.",
        "Nobody joins yet. With People (7 in the group) you choose who joins.";
    /// Add somebody.
    add_person => "Iemand erbij", "Add somebody";
    /// Who does what.
    who_does_what => "Wie doet wat", "Who does what";
    /// Nobody has the role.
    nobody => "niemand", "nobody";
    /// A place.
    place_label => "Plaats", "Place";
    /// The client is not there.
    without_client => "De cliënt is er niet. Willen jullie zo verdergaan?",
        "The client is not there. Would you like to go on like this?";
    /// The coordinator is not there.
    without_coordinator => "De regieondersteuner is er niet. Willen jullie zo verdergaan?",
        "The care coordinator is not there. Would you like to go on like this?";
    /// There are no previous minutes.
    no_previous => "Er is nog geen vorig verslag.", "There are no previous minutes yet.";
    /// No agreements to ask about.
    no_agreements_to_ask => "Er staan geen afspraken open.", "No agreements are open.";
    /// Read it whole.
    read_whole => "helemaal lezen", "read all of it";
    /// Agreements without a goal.
    other_agreements => "Andere afspraken", "Other agreements";
    /// How is the goal going?
    how_goes_it => "Hoe gaat het?", "How is it going?";
    /// Since the last time.
    since_last_time => "Sinds de vorige keer", "Since last time";
    /// Who does this?
    who_question => "Wie doet dit?", "Who does this?";
    /// When?
    when_question => "Wanneer?", "By when?";
    /// The agreements of this meeting.
    agreements_so_far => "Afspraken tot nu toe", "Agreements so far";
    /// None yet.
    no_agreements_yet => "Nog geen afspraken.", "No agreements yet.";
    /// Make an agreement.
    make_agreement => "Een afspraak maken", "Make an agreement";
    /// Mend an agreement.
    mend_agreement => "Afspraak aanvullen", "Complete the agreement";
    /// There is no plan.
    no_plan => "Er is nog geen signaleringsplan.", "There is no signalling plan yet.";
    /// Begin one.
    begin_plan => "Een plan beginnen met 4 delen", "Begin a plan with 4 parts";
    /// Not reviewed yet.
    not_reviewed => "nog niet besproken", "not gone through yet";
    /// Signs.
    signs => "Signalen", "Signs";
    /// What I do.
    i_do => "Wat doe ik", "What I do";
    /// What others do.
    others_do => "Wat doen anderen", "What others do";
    /// Whom to call.
    call => "Wie bel ik", "Whom to call";
    /// Gone through today.
    gone_through => "Vandaag besproken", "Gone through today";
    /// The guideline.
    frequency_guideline => "De richtlijn is eens per 3 maanden. Vaker of minder vaak mag.",
        "The guideline is once every 3 months. More or less often is fine.";
    /// It is the one that was chosen.
    chosen => "gekozen", "chosen";
    /// The theme.
    topic => "Thema", "Theme";
    /// What the members practise.
    skills => "Wat wil de groep leren of oefenen?", "What does the group want to learn or practise?";
    /// Topics to choose from.
    topics => "Onderwerpen om uit te kiezen", "Topics to choose from";
    /// A date.
    date_label => "Datum", "Date";
    /// A time.
    time_label => "Tijd", "Time";
    /// A time that does not exist.
    no_such_time => "Deze tijd ken ik niet. Typ bijvoorbeeld 14.30.",
        "I do not know this time. Type 14.30, for example.";
    /// Where the group usually meets.
    usual_place => "Waar komt de groep meestal?", "Where does the group usually meet?";
    /// How the group keeps in touch.
    communication => "Hoe houden jullie contact?", "How do you keep in touch?";
    /// The members.
    members => "In de groep", "In the group";
    /// Who is responsible for treatment.
    responsibility => "Wie is straks verantwoordelijk voor de behandeling?",
        "Who will be responsible for treatment?";
    /// To whom care goes.
    handover => "Wie neemt wat over, en wanneer?", "Who takes over what, and when?";
    /// What to do at a relapse.
    relapse => "Wat doen jullie bij een terugval?", "What will you do at a relapse?";
    /// An agreement.
    agreement => "afspraak", "agreement";
    /// A decision.
    decision => "besluit", "decision";
    /// The note is empty.
    note_is_empty => "Typ hier wat de groep wil bewaren. Niets typen mag ook. Een regel met ! is een afspraak, met = een besluit. @ en Tab vult een naam aan.",
        "Type here what the group wants to keep. Typing nothing is fine too. A line with ! is an agreement, with = a decision. @ and Tab fill in a name.";
    /// What will be done?
    ask_what => "Wat spreken jullie af?", "What do you agree?";
    /// An example.
    hint_what => "Bijvoorbeeld: maandag samen wandelen", "For example: walk together on Monday";
    /// Who does it?
    ask_who => "Wie doet dit?", "Who does this?";
    /// When?
    ask_when => "Wanneer doe je dit?", "When will you do it?";
    /// Examples.
    hint_when => "Bijvoorbeeld: vrijdag, 2 maart, over 3 weken, elke maandag",
        "For example: Friday, 2 March, in 3 weeks, every Monday";
    /// For which goal?
    ask_goal => "Bij welk doel hoort dit? Leeg mag.", "Which goal is it for? Empty is fine.";
    /// There are no goals.
    no_goals_yet => "er zijn nog geen doelen", "there are no goals yet";
    /// What was decided?
    ask_decision => "Wat besluiten jullie?", "What do you decide?";
    /// Times.
    hint_time => "Bijvoorbeeld 14.20. Leeg: de hele bijeenkomst.",
        "For example 14.20. Empty: the whole meeting.";
    /// The name of somebody.
    ask_name => "Wat is de naam?", "What is the name?";
    /// The relation of somebody.
    ask_relation => "Wie is dit voor de cliënt?", "Who is this to the client?";
    /// Examples.
    hint_relation => "Bijvoorbeeld: zus, buurman, psychiater", "For example: sister, neighbour, psychiatrist";
    /// The kind of person.
    ask_kind => "Wat past het best? Typ het nummer.", "What fits best? Type the number.";
    /// A goal in words.
    ask_goal_words => "Wat is het doel, in eigen woorden?", "What is the goal, in your own words?";
    /// A short-term goal.
    hint_short_goal => "Haalbaar binnen ongeveer 3 maanden", "Within reach in about 3 months";
    /// A long-term goal.
    hint_long_goal => "Iets verder weg", "Something further away";
    /// The minutes of an item.
    ask_budget => "Hoeveel minuten krijgt dit punt?", "How many minutes does this item get?";
    /// Why open again?
    ask_reason => "Waarom heropen je het verslag?", "Why do you open the minutes again?";
    /// The reason is kept.
    hint_reason => "De reden blijft bij het verslag staan.", "The reason stays with the minutes.";
    /// Something has to be typed.
    needs_words => "Typ eerst iets, of druk op Esc.", "Type something first, or press Esc.";
    /// No goal is called so.
    no_such_goal => "Dat doel ken ik niet. Typ bijvoorbeeld Kort 1, of laat het leeg.",
        "I do not know that goal. Type Short 1, for example, or leave it empty.";
    /// No kind is called so.
    no_such_kind => "Kies een nummer van 1 tot en met 5.", "Choose a number from 1 to 5.";
    /// A group has one client.
    one_client => "De groep heeft al een cliënt. Kies een ander nummer.",
        "The group has a client already. Choose another number.";
    /// A form was left for later.
    set_aside => "Wat je typte is bewaard. Open je dit weer, dan ga je verder.",
        "What you typed is saved. Open this again to go on.";
    /// Controls were left out of a paste.
    paste_cleaned => "Geplakt. Onzichtbare tekens zijn weggelaten.",
        "Pasted. Invisible characters were left out.";
    /// The hour waits.
    hour_waits => "het uur begint nog", "the hour has not begun";
    /// A pause.
    pause => "pauze", "pause";
    /// Minutes left.
    minutes_left => "minuten te gaan", "minutes to go";
    /// Minutes over.
    minutes_over => "minuten over de tijd", "minutes over time";
    /// The keys of the large clock.
    clock_keys => "Esc terug   F5 of p pauze", "Esc back   F5 or p pause";
    /// The minutes are agreed.
    finished => "verslag vastgesteld", "minutes agreed";
    /// The minutes are open again.
    reopened_title => "verslag heropend", "minutes open again";
    /// The screen is hidden.
    hidden => "Het scherm is verborgen. Druk op Enter om verder te gaan.",
        "The screen is hidden. Press Enter to go on.";
    /// The window is too small.
    too_small => "Venster te klein. Maak het groter; typen kan gewoon.",
        "Window too small. Make it larger; you can go on typing.";
    /// Not everything is safe.
    unsaved_alarm => "NIET BEWAARD", "NOT SAVED";
}

impl Words {
    /// Whether the signalling plan may be shown; the client decides.
    #[must_use]
    pub fn may_plan_be_shown(self, client: &str) -> String {
        self.pick(
            format!("Mag het plan op het scherm? {client} kiest."),
            format!("May the plan be on the screen? {client} decides."),
        )
    }

    /// The plan is not shown.
    #[must_use]
    pub fn plan_is_hidden(self, client: &str) -> String {
        self.pick(
            format!("Het plan blijft dicht tot {client} ja zegt."),
            format!("The plan stays closed until {client} says yes."),
        )
    }

    /// When did somebody come?
    #[must_use]
    pub fn ask_arrival(self, name: &str) -> String {
        self.pick(format!("Hoe laat kwam {name}?"), format!("What time did {name} come?"))
    }

    /// When does somebody leave?
    #[must_use]
    pub fn ask_departure(self, name: &str) -> String {
        self.pick(format!("Hoe laat gaat {name} weg?"), format!("What time does {name} leave?"))
    }

    /// A role of the meeting.
    #[must_use]
    pub fn role(self, role: MeetingRole) -> &'static str {
        match role {
            MeetingRole::Chair => self.chair(),
            MeetingRole::ProcessGuard => self.process_guard(),
            MeetingRole::MinuteTaker => self.minute_taker(),
        }
    }

    /// Somebody without a name.
    #[must_use]
    pub fn nameless(self, person: Option<&Person>) -> &'static str {
        match person.map(|person| person.kind) {
            Some(PersonKind::Client) => self.client(),
            Some(kind) => self.person_kind(kind),
            None => self.pick("iemand", "somebody"),
        }
    }

    /// A text, or a sign that there is none.
    #[must_use]
    pub fn or_wordless(self, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() {
            self.pick("(nog geen woorden)", "(no words yet)").to_owned()
        } else {
            text.to_owned()
        }
    }

    /// Came later, left earlier: ", van 14.20 tot 14.40".
    #[must_use]
    pub fn from_until(self, from: Option<NaiveTime>, until: Option<NaiveTime>) -> String {
        let from =
            from.map(|time| self.pick(" van ", " from ").to_owned() + &self.clock_time(time));
        let until =
            until.map(|time| self.pick(" tot ", " until ").to_owned() + &self.clock_time(time));
        [from, until].into_iter().flatten().collect()
    }

    /// Begin the hour, or go on with it.
    #[must_use]
    pub fn start_or_go_on(self, waiting: bool) -> &'static str {
        if waiting {
            self.pick("Beginnen: het uur gaat in", "Begin: the hour starts")
        } else {
            self.pick("Verder naar het volgende punt", "On to the next item")
        }
    }

    /// Whether somebody said how they are.
    #[must_use]
    pub fn spoke(self, spoke: bool) -> &'static str {
        if spoke { self.pick("■ aan het woord geweest", "■ has spoken") } else { "·" }
    }

    /// The minutes of a day.
    #[must_use]
    pub fn minutes_of(self, date: NaiveDate) -> String {
        let date = self.long_date(date);
        self.pick(format!("Verslag van {date}"), format!("Minutes of {date}"))
    }

    /// "14 van 25 minuten".
    #[must_use]
    pub fn spent_of(self, spent: i64, all: i64) -> String {
        let all = self.minutes(all);
        self.pick(format!("{spent} van {all}"), format!("{spent} of {all}"))
    }

    /// A new goal of a term.
    #[must_use]
    pub fn new_goal(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("Nieuw doel voor de korte termijn", "New short-term goal"),
            Term::Long => self.pick("Nieuw doel voor de lange termijn", "New long-term goal"),
        }
    }

    /// When a part of the plan was gone through.
    #[must_use]
    pub fn reviewed_on(self, date: NaiveDate, today: NaiveDate) -> String {
        let date =
            if date == today { self.distance(date, today) } else { self.short_date(date, today) };
        self.pick(format!("besproken {date}"), format!("gone through {date}"))
    }

    /// How often the group meets now.
    #[must_use]
    pub fn meets_now(self, frequency: Frequency) -> String {
        let how_often = self.frequency(frequency);
        self.pick(
            format!("Jullie komen nu {how_often} bij elkaar."),
            format!("You meet {how_often} now."),
        )
    }

    /// Proposals for the next date.
    #[must_use]
    pub fn proposals(self, frequency: Frequency) -> String {
        let how_often = self.frequency(frequency);
        self.pick(format!("Voorstellen ({how_often})"), format!("Proposals ({how_often})"))
    }

    /// A date that is in the past.
    #[must_use]
    pub fn date_is_past(self, date: NaiveDate) -> String {
        let date = capital(&self.long_date(date));
        self.pick(
            format!("{date} is al voorbij. Klopt dat?"),
            format!("{date} has passed. Is that right?"),
        )
    }

    /// A day that ought to come has passed.
    #[must_use]
    pub fn day_has_passed(self, date: &str) -> String {
        let date = capital(date);
        self.pick(format!("{date} is al voorbij."), format!("{date} has passed."))
    }

    /// A day that ought to have been is still to come.
    #[must_use]
    pub fn day_is_to_come(self, date: &str) -> String {
        let date = capital(date);
        self.pick(format!("{date} moet nog komen."), format!("{date} is still to come."))
    }

    /// Why a date was not understood.
    #[must_use]
    pub fn date_problem(self, problem: &DateProblem) -> &'static str {
        match problem {
            DateProblem::Empty => self.pick("Nog geen datum.", "No date yet."),
            DateProblem::NotUnderstood => self.pick(
                "Deze datum begrijp ik niet. Typ bijvoorbeeld 2 maart, of over 3 weken.",
                "I do not understand this date. Type 2 March, for example, or in 3 weeks.",
            ),
            DateProblem::NoSuchDay => {
                self.pick("Deze dag bestaat niet.", "This day does not exist.")
            }
        }
    }

    /// The same about a day that was.
    #[must_use]
    pub fn past_date_problem(self, problem: &DateProblem) -> &'static str {
        match problem {
            DateProblem::NotUnderstood => self.pick(
                "Deze datum begrijp ik niet. Typ bijvoorbeeld 2 maart, of gisteren.",
                "I do not understand this date. Type 2 March, for example, or yesterday.",
            ),
            problem => self.date_problem(problem),
        }
    }

    /// How many are there.
    #[must_use]
    pub fn so_many_there(self, there: usize, expected: usize) -> String {
        self.pick(
            format!("Er zijn {there} van {expected}"),
            format!("{there} of {expected} are there"),
        )
    }

    /// Somebody is not in the group.
    #[must_use]
    pub fn not_in_group(self, name: &str) -> String {
        self.pick(
            format!("\"{name}\" staat niet in de groep. Zet de naam dan bij de eerste vraag."),
            format!("\"{name}\" is not in the group. Put the name in the first answer instead."),
        )
    }

    /// A name after `@` that is not known.
    #[must_use]
    pub fn unknown_mention(self, typed: &str) -> String {
        self.pick(
            format!("\"{typed}\" ken ik niet. Shift+Tab gaat naar wat erbij hoort."),
            format!("I do not know \"{typed}\". Shift+Tab goes to what belongs to it."),
        )
    }

    /// How many minutes an item can get.
    #[must_use]
    pub fn minutes_range(self, most: u16) -> String {
        self.pick(
            format!("Typ een getal van 1 tot en met {most}."),
            format!("Type a number from 1 to {most}."),
        )
    }

    /// How many lines are out of sight.
    #[must_use]
    pub fn hidden_lines(self, above: usize, below: usize) -> String {
        let lines = |number: usize| {
            let number = i64::try_from(number).unwrap_or(i64::MAX);
            self.counted(number, "regel", "regels", "line", "lines")
        };
        let above = (above > 0).then(|| {
            let lines = lines(above);
            self.pick(format!("« {lines} erboven"), format!("« {lines} above"))
        });
        let below = (below > 0).then(|| {
            let lines = lines(below);
            self.pick(format!("» {lines} eronder"), format!("» {lines} below"))
        });
        [above, below].into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// "bijeenkomst 5".
    #[must_use]
    pub fn meeting_number(self, number: usize) -> String {
        self.pick(format!("bijeenkomst {number}"), format!("meeting {number}"))
    }

    /// When everything was last safe.
    #[must_use]
    pub fn saved_at(self, time: NaiveTime) -> String {
        let time = self.clock_time(time);
        self.pick(format!("bewaard {time}"), format!("saved {time}"))
    }
}
