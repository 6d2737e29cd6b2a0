//! The words of people, goals, the plan and interviews, between meetings.

use chrono::{Datelike, NaiveDate};

use super::{Words, messages};
use crate::domain::arrangements::Channel;
use crate::domain::goal::{ATTAINMENT_STEPS, Dimension, Term};
use crate::domain::interview::Interview;
use crate::domain::person::{Approach, Role, Standing};
use crate::domain::reorientation::{Condition, Receiver};

messages! {
    /// A name.
    name_label => "Naam", "Name";
    /// What somebody is to the client.
    relation_label => "Wie is dit?", "Who is this?";
    /// A client needs no name here.
    client_may_be_nameless => "Leeg mag: de groep heeft een eigen naam.",
        "May be empty: the group has a name of its own.";
    /// What somebody is, by kind.
    kind_label => "Soort", "Kind";
    /// Whether somebody joins.
    joins_label => "Doet mee?", "Joins?";
    /// Whether somebody belongs to the core.
    core_label => "Vaste kern?", "Fixed core?";
    /// Somebody is in the fixed core.
    in_fixed_core => "vaste kern", "fixed core";
    /// How to reach somebody.
    contact_label => "Telefoon, mail", "Telephone, mail";
    /// The place in the sociogram.
    ring_label => "In het sociogram", "In the sociogram";
    /// Nobody thought of asking yet.
    not_asked_yet => "Wil de cliënt deze persoon vragen? Kies dan hierboven: wil ik vragen.",
        "Does the client want to ask this person? Then choose above: to ask.";
    /// Nothing was chosen.
    not_chosen => "nog niet gekozen", "not chosen yet";
    /// How somebody is asked.
    approach_label => "Hoe vragen", "How to ask";
    /// The same, in words.
    approach_in_words => "Hoe precies?", "How exactly?";
    /// When somebody was asked.
    asked_on => "Gevraagd op", "Asked on";
    /// The interview.
    interview_label => "Verdiepingsgesprek", "In-depth interview";
    /// What somebody does in the group.
    role_in_group => "Rol in de groep", "Role in the group";
    /// The client themself.
    add_client => "De cliënt erbij", "Add the client";
    /// What roles are called.
    what_roles_are_called => "Zo noemen wij de rollen", "What we call the roles";
    /// Confidences.
    interview_is_confidential => "Vertrouwelijk: alleen voor de regieondersteuner. Dit komt nooit in een verslag.",
        "Confidential: for the care coordinator alone. It never goes into the minutes.";
    /// When an interview is planned.
    planned_for => "Gepland op", "Planned for";
    /// When it was held.
    held_on => "Gehouden op", "Held on";
    /// Which questions.
    questions_label => "Vragenlijst", "Questions";
    /// Read them.
    read_questions => "De vragen lezen", "Read the questions";
    /// What else was said.
    what_else => "Wat wil je nog onthouden?", "What else do you want to remember?";
    /// Where a goal stands.
    state_label => "Stand", "State";
    /// What a goal is about.
    dimensions_intro => "Waar gaat het over? Meer dan één mag, en geen mag ook.",
        "What is it about? More than one is fine, and none too.";
    /// Is it feasible?
    is_feasible => "Is het haalbaar?", "Is it feasible?";
    /// Is it realistic?
    is_realistic => "Is het realistisch?", "Is it realistic?";
    /// When the client hopes to be there.
    hoped_by => "Liefst voor", "Preferably by";
    /// A short goal that takes longer.
    later_than_three_months => "Een kort doel is liefst binnen 3 maanden. Is een kleinere stap fijn?",
        "A short goal is preferably within 3 months. Would a smaller step be nice?";
    /// Agreements.
    agreements_label => "Werkafspraken", "Work agreements";
    /// There are none yet.
    agreements_come_from_meetings => "Afspraken maak je in een bijeenkomst. Ze komen hier vanzelf.",
        "Agreements are made in a meeting. They come here by themselves.";
    /// How it went.
    how_it_went => "Hoe het ging, gemeten vanaf het begin", "How it went, measured from the start";
    /// What reaching it looks like.
    attainment_label => "Opschrijven hoe ver het is", "Write down how far it is";
    /// It is here now.
    here_now => "hier zijn we nu", "here now";
    /// Are we here?
    are_we_here => "Zijn we hier?", "Are we here?";
    /// The name of a part.
    level_name => "Naam", "Name";
    /// An example.
    level_name_hint => "Een kleur en een woord, bijvoorbeeld: geel, ik word onrustig",
        "A colour and a word, for example: yellow, I get restless";
    /// When a part was gone through.
    reviewed_label => "Samen doorgenomen", "Gone through together";
    /// A new part.
    new_level => "Een deel erbij", "Add a part";
    /// The steps at a relapse.
    at_relapse => "Bij terugval", "If there is a relapse";
    /// Somebody.
    somebody => "iemand", "somebody";
    /// A goal.
    a_goal => "een doel", "a goal";
    /// A part of the plan.
    a_level => "een deel van het plan", "a part of the plan";
    /// Back from the bin.
    take_back => "Terugzetten", "Put back";
    /// Gone for good.
    erase_for_good => "Voorgoed wissen", "Erase for good";
}

impl Words {
    /// A name, or a sign that there is none.
    #[must_use]
    pub fn or_nameless(self, name: &str) -> &str {
        match name.trim() {
            "" => self.pick("nog zonder naam", "no name yet"),
            name => name,
        }
    }

    /// How far the asking has come.
    #[must_use]
    pub fn standing(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Known => self.pick("niet gevraagd", "not asked"),
            Standing::ToAsk => self.pick("wil ik vragen", "to ask"),
            Standing::Asked => self.pick("gevraagd", "asked"),
            Standing::Joins => self.pick("doet mee", "joins"),
            Standing::DoesNotJoin => self.pick("doet liever niet mee", "would rather not join"),
        }
    }

    /// The same in a narrow list; nothing for who was not asked.
    #[must_use]
    pub fn standing_short(self, standing: Standing) -> &'static str {
        match standing {
            Standing::Known => "",
            Standing::ToAsk => self.pick("vragen", "to ask"),
            Standing::DoesNotJoin => self.pick("liever niet", "rather not"),
            standing => self.standing(standing),
        }
    }

    /// How somebody is approached.
    #[must_use]
    pub fn approach(self, approach: Approach) -> &'static str {
        match approach {
            Approach::Client => self.pick("de cliënt vraagt het zelf", "the client asks"),
            Approach::Letter => self.pick("een brief", "a letter"),
            Approach::Telephone => self.pick("de telefoon", "by telephone"),
            Approach::Together => self.pick("samen", "together"),
            Approach::Divided => self.pick("verdeeld", "divided"),
            Approach::Other => self.pick("anders", "another way"),
        }
    }

    /// The same in a narrow column.
    #[must_use]
    pub fn approach_short(self, approach: Approach) -> &'static str {
        match approach {
            Approach::Client => self.pick("cliënt vraagt", "client asks"),
            approach => self.approach(approach),
        }
    }

    /// Where an interview stands.
    #[must_use]
    pub fn interview_state(self, interview: &Interview, today: NaiveDate) -> String {
        if let Some(day) = interview.held.gone() {
            let day = self.short_date(day, today);
            return self.pick(format!("gehouden {day}"), format!("held {day}"));
        }
        match interview.planned.coming() {
            Some(day) => {
                let day = self.short_date(day, today);
                self.pick(format!("gepland {day}"), format!("planned {day}"))
            }
            None => self.pick("nog plannen", "to plan").to_owned(),
        }
    }

    /// The same in a narrow list.
    #[must_use]
    pub fn interview_mark(self, interview: &Interview) -> &'static str {
        if interview.held.gone().is_some() {
            self.pick("gehouden", "held")
        } else if interview.planned.coming().is_some() {
            self.pick("gepland", "planned")
        } else {
            ""
        }
    }

    /// Whether the client was there at an interview.
    #[must_use]
    pub fn client_was_there(self, client: &str) -> String {
        self.pick(format!("{client} was erbij"), format!("{client} was there"))
    }

    /// Core or flexible.
    #[must_use]
    pub fn core_or_not(self, core: bool) -> &'static str {
        if core { self.pick("ja, altijd", "yes, always") } else { self.pick("wisselend", "varies") }
    }

    /// Who is in the group is up to the client.
    #[must_use]
    pub fn client_picks_people(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest wie erbij komt: familie, naasten, ervaringsdeskundigen, professionals."),
            format!("{client} chooses who joins: family, close ones, experts by experience, professionals."),
        )
    }

    /// The words a group can choose for a role, kring's own first.
    #[must_use]
    pub fn role_proposals(self, role: Role) -> Vec<&'static str> {
        match role {
            Role::Coordinator => {
                vec![self.coordinator(), self.pick("dossierhouder", "file holder")]
            }
            Role::Clinician => {
                vec![self.clinician(), self.pick("regiebehandelaar", "lead practitioner")]
            }
            role => vec![self.role_name(role)],
        }
    }

    /// A way to keep in touch.
    #[must_use]
    pub fn channel(self, channel: Channel) -> &'static str {
        match channel {
            Channel::Mail => self.pick("mail", "mail"),
            Channel::Telephone => self.pick("telefoon", "telephone"),
            Channel::GroupApp => self.pick("groepsapp", "group app"),
            Channel::Other => self.pick("anders", "another way"),
        }
    }

    /// Whoever takes over care.
    #[must_use]
    pub fn receiver(self, receiver: Receiver) -> &'static str {
        match receiver {
            Receiver::Gp => self.pick("huisarts", "GP"),
            Receiver::PracticeNurse => self.pick("POH-ggz", "GP's practice nurse"),
            Receiver::BasicCare => self.pick("basis-ggz", "basic care"),
            Receiver::DistrictTeam => self.pick("sociaal wijkteam", "district team"),
        }
    }

    /// A condition of phase 6, and the decision.
    #[must_use]
    pub fn condition(self, condition: Condition, client: &str) -> String {
        match condition {
            Condition::GoalsReached => self
                .pick("De doelen zijn zo ver als kan", "The goals are as far as they can be")
                .to_owned(),
            Condition::MoreRecovery => self.pick(
                format!("{client} voelt meer herstel en regie"),
                format!("{client} feels more recovery and autonomy"),
            ),
            Condition::ClientDecides => self.pick(
                format!("{client} wil opnieuw naar de groep kijken"),
                format!("{client} wants to review the group"),
            ),
            Condition::LessCare => {
                self.pick("De zorg kan minder worden", "Care can be reduced").to_owned()
            }
        }
    }

    /// What a goal has to do with, said at length.
    #[must_use]
    pub fn dimension_long(self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::Personal => self.pick(
                "Persoonlijk: zin, grip, uitzicht",
                "Personal: meaning, a sense of control, prospects",
            ),
            Dimension::Societal => self.pick("Maatschappelijk: meedoen", "Societal: taking part"),
            Dimension::Health => self.pick("Gezondheid: lichaam en geest", "Health: body and mind"),
        }
    }

    /// Yes, no, or nobody asked yet.
    #[must_use]
    pub fn yes_no_unknown(self, answer: Option<bool>) -> &'static str {
        answer.map_or(self.pick("nog vragen", "still to ask"), |yes| self.yes_no(yes))
    }

    /// A new goal, in a narrow list.
    #[must_use]
    pub fn new_goal_short(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("Nieuw kort doel", "New short goal"),
            Term::Long => self.pick("Nieuw lang doel", "New long goal"),
        }
    }

    /// Three months from now, as a proposal for a goal.
    #[must_use]
    pub fn within_three_months(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, binnen 3 maanden"),
            format!("Proposal: {date}, within 3 months"),
        )
    }

    /// A month under a chart: "feb".
    #[must_use]
    pub fn month_short(self, date: NaiveDate) -> String {
        let written = self.day_and_month(date);
        let month = written.split(' ').next_back().unwrap_or("");
        format!("{} {}", date.day(), month.chars().take(3).collect::<String>())
    }

    /// What attainment is for.
    #[must_use]
    pub fn attainment_intro(self, client: &str) -> String {
        self.pick(
            format!("{client} zegt het in eigen woorden. Leeg laten mag."),
            format!("{client} says it in their own words. Leaving it empty is fine."),
        )
    }

    /// The steps of attainment, from furthest away to further than hoped.
    #[must_use]
    pub fn attainment_steps(self) -> [&'static str; ATTAINMENT_STEPS] {
        self.pick(
            [
                "Verder weg dan nu",
                "Zoals het was toen je begon",
                "Een stap dichterbij",
                "Zoals je hoopt",
                "Meer dan je hoopt",
            ],
            [
                "Further away than now",
                "As it was when you began",
                "A step closer",
                "As you hope",
                "More than you hope",
            ],
        )
    }

    /// Goals are the client's.
    #[must_use]
    pub fn goals_are_the_clients(self, client: &str, term: Term) -> String {
        match term {
            Term::Short => self.pick(
                format!("{client} kiest hooguit 3 doelen voor de korte termijn: haalbaar, liefst binnen 3 maanden."),
                format!("{client} chooses 3 short-term goals at most: feasible, preferably within 3 months."),
            ),
            Term::Long => self.pick(
                format!("{client} kiest hooguit 2 doelen voor de lange termijn."),
                format!("{client} chooses 2 long-term goals at most."),
            ),
        }
    }

    /// The plan is the client's.
    #[must_use]
    pub fn plan_is_the_clients(self, client: &str) -> String {
        self.pick(
            format!("{client} kiest hoeveel delen het plan heeft en hoe ze heten. Vaak zijn het kleuren: groen, geel, oranje, rood."),
            format!("{client} chooses how many parts the plan has and what they are called. Often they are colours: green, yellow, orange, red."),
        )
    }

    /// Since when something is in the bin.
    #[must_use]
    pub fn in_bin_since(self, date: &str) -> String {
        self.pick(format!("In de prullenbak sinds {date}"), format!("In the bin since {date}"))
    }
}
