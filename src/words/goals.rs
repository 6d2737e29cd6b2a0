//! Recovery goals: what they are called, the questions about them, and how far they have come.

use super::{Words, messages};
use crate::domain::goal::{
    ATTAINMENT_STEPS, Dimension, GoalState, MOST_LONG, MOST_SHORT, Movement, Term,
};

messages! {
    /// The heading in the overview of a group.
    goals => "Doelen", "Goals";
    no_goals => "Er zijn nog geen doelen.", "There are no goals yet.";
    /// Below the question for which goal an agreement is.
    no_goals_yet => "er zijn nog geen doelen", "there are no goals yet";
    no_such_goal => "Dat doel ken ik niet. Typ bijvoorbeeld Kort 1, of laat het leeg.",
        "I do not know that goal. Type Short 1, for example, or leave it empty.";
    ask_goal_words => "Wat is het doel, in eigen woorden?", "What is the goal, in your own words?";
    hint_short_goal => "Haalbaar binnen ongeveer 3 maanden", "Within reach in about 3 months";
    hint_long_goal => "Iets verder weg", "Something further away";
    state_label => "Stand", "State";
    dimensions_intro => "Waar gaat het over? Meer dan één mag, en geen mag ook.",
        "What is it about? More than one is fine, and none too.";
    is_feasible => "Is het haalbaar?", "Is it feasible?";
    is_realistic => "Is het realistisch?", "Is it realistic?";
    hoped_by => "Liefst vóór", "Preferably by";
    /// A short-term goal has a date more than 3 months away.
    later_than_three_months => "Een kort doel is liefst binnen 3 maanden. Zou een kleinere stap helpen?",
        "A short goal is preferably within 3 months. Would a smaller step be nice?";
    how_goes_it => "Hoe gaat het?", "How is it going?";
    since_last_time => "Sinds de vorige keer", "Since last time";
    /// The heading above the chart of a goal.
    how_it_went => "Hoe het ging, gemeten vanaf het begin", "How it went, measured from the start";
    attainment_label => "Opschrijven hoe ver het is", "Write down how far it is";
    here_now => "hier zijn we nu", "here now";
    are_we_here => "Zijn we hier?", "Are we here?";
}

impl Words {
    #[must_use]
    pub fn goal_state(self, state: GoalState) -> &'static str {
        match state {
            GoalState::New => self.pick("nieuw", "new"),
            GoalState::Underway => self.pick("onderweg", "under way"),
            GoalState::Reached => self.pick("bereikt", "reached"),
            GoalState::LetGo => self.pick("losgelaten", "let go"),
        }
    }

    /// What the client says of a goal since the last meeting.
    #[must_use]
    pub fn movement(self, movement: Movement) -> &'static str {
        match movement {
            Movement::Closer => self.pick("een stap vooruit", "a step forward"),
            Movement::Same => self.pick("gelijk gebleven", "stayed the same"),
            Movement::Further => self.pick("een stap terug", "a step back"),
        }
    }

    #[must_use]
    pub fn term(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("korte termijn", "short term"),
            Term::Long => self.pick("lange termijn", "long term"),
        }
    }

    /// A goal by its number: "Kort 1", "Lang 2". Number 0, a goal that has ended, gives the term
    /// alone.
    #[must_use]
    pub fn goal_label(self, term: Term, number: usize) -> String {
        let name = match term {
            Term::Short => self.pick("Kort", "Short"),
            Term::Long => self.pick("Lang", "Long"),
        };
        if number == 0 { name.to_owned() } else { format!("{name} {number}") }
    }

    #[must_use]
    pub fn dimension(self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::Personal => self.pick("persoonlijk herstel", "personal recovery"),
            Dimension::Societal => self.pick("maatschappelijk herstel", "societal recovery"),
            Dimension::Health => self.pick("herstel van gezondheid", "recovery of health"),
        }
    }

    #[must_use]
    pub fn dimension_long(self, dimension: Dimension) -> &'static str {
        match dimension {
            Dimension::Personal => self.pick(
                "Persoonlijk: zingeving, grip, toekomst",
                "Personal: meaning, a sense of control, prospects",
            ),
            Dimension::Societal => self.pick("Maatschappelijk: meedoen", "Societal: taking part"),
            Dimension::Health => self.pick("Gezondheid: lichaam en geest", "Health: body and mind"),
        }
    }

    #[must_use]
    pub fn new_goal(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("Nieuw doel voor de korte termijn", "New short-term goal"),
            Term::Long => self.pick("Nieuw doel voor de lange termijn", "New long-term goal"),
        }
    }

    /// The same for a narrow list.
    #[must_use]
    pub fn new_goal_short(self, term: Term) -> &'static str {
        match term {
            Term::Short => self.pick("Nieuw kort doel", "New short goal"),
            Term::Long => self.pick("Nieuw lang doel", "New long goal"),
        }
    }

    #[must_use]
    pub fn within_three_months(self, date: &str) -> String {
        self.pick(
            format!("Voorstel: {date}, binnen 3 maanden"),
            format!("Proposal: {date}, within 3 months"),
        )
    }

    #[must_use]
    pub fn attainment_intro(self, client: &str) -> String {
        self.pick(
            format!("{client} zegt het in eigen woorden. Leeg laten mag."),
            format!("{client} says it in their own words. Leaving it empty is fine."),
        )
    }

    /// From -3 to +2, in the words of appendix 10.
    #[must_use]
    pub fn attainment_steps(self) -> [&'static str; ATTAINMENT_STEPS] {
        self.pick(
            [
                "Minder dan toen je begon",
                "Zoals het was toen je begon",
                "Een stukje verder",
                "Het doel, zoals je het wilt",
                "Meer dan je hoopte",
                "Veel meer dan je hoopte",
            ],
            [
                "Less than when you began",
                "As it was when you began",
                "A little further",
                "The goal, as you want it",
                "More than you hoped",
                "Much more than you hoped",
            ],
        )
    }

    #[must_use]
    pub fn goals_are_the_clients(self, client: &str, term: Term) -> String {
        match term {
            Term::Short => self.pick(
                format!("{client} kiest hooguit {MOST_SHORT} doelen voor de korte termijn: haalbaar, liefst binnen 3 maanden."),
                format!("{client} chooses {MOST_SHORT} short-term goals at most: feasible, preferably within 3 months."),
            ),
            Term::Long => self.pick(
                format!("{client} kiest hooguit {MOST_LONG} doelen voor de lange termijn."),
                format!("{client} chooses {MOST_LONG} long-term goals at most."),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn a_goal_is_called_by_its_number() {
        assert_eq!(Words(Language::Dutch).goal_label(Term::Long, 2), "Lang 2");
        assert_eq!(Words(Language::English).goal_label(Term::Short, 1), "Short 1");
        assert_eq!(Words(Language::Dutch).goal_label(Term::Short, 0), "Kort");
    }
}
