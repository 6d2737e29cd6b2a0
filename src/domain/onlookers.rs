//! Who looks along at the screen, and what may be shown to them.

use strum::VariantArray;

use crate::domain::phase::Step;
use crate::domain::section::Section;

/// Who looks at the screen, from those who may see least to those who may see most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Audience {
    /// Members of the group. Taken to be so until somebody says otherwise.
    #[default]
    Group,
    /// The client and the coordinator.
    WithClient,
    /// The coordinator.
    Alone,
}

/// Before whom something may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Before the group: what a meeting shows.
    Group,
    /// Before the client and the coordinator; before the group when the client agrees.
    IfClientAgrees(Section),
    /// Before the client and the coordinator.
    WithClient,
    /// Before the coordinator: it may hold what somebody said in an in-depth interview.
    Interviews,
    /// Before the coordinator: it names other groups.
    OtherGroups,
}

impl Privacy {
    /// That of a section of the dossier.
    #[must_use]
    pub fn of_section(section: Section) -> Self {
        match section {
            Section::Phase(_) | Section::Goals | Section::Agreements => Self::Group,
            Section::Plan | Section::Sociogram => Self::IfClientAgrees(section),
            // Some of the people declined, or do not know that they are thought of.
            Section::People | Section::Bin => Self::WithClient,
            Section::Interviews => Self::Interviews,
        }
    }

    /// That of the form of a step.
    #[must_use]
    pub fn of_step(step: Step) -> Self {
        match step {
            Step::NominateMembers
            | Step::ApproachNominees
            | Step::HoldInterviews
            | Step::DecideComposition => Self::WithClient,
            _ => Self::Group,
        }
    }

    /// Whether the group may see it when the client agrees.
    #[must_use]
    pub fn asks_client(self) -> bool {
        matches!(self, Self::IfClientAgrees(_))
    }
}

/// What was answered when it was asked who looks along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Onlookers {
    audience: Audience,
    /// What the client lets the group see.
    agreed: Vec<Section>,
}

/// The coordinator alone, who may see everything.
pub static COORDINATOR: Onlookers = Onlookers { audience: Audience::Alone, agreed: Vec::new() };

impl Onlookers {
    /// Who looks along, as it was answered last.
    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    /// Whether they may see something.
    #[must_use]
    pub fn may_see(&self, what: Privacy) -> bool {
        match what {
            Privacy::Group => true,
            Privacy::IfClientAgrees(section) => {
                self.audience >= Audience::WithClient || self.agreed.contains(&section)
            }
            Privacy::WithClient => self.audience >= Audience::WithClient,
            Privacy::Interviews | Privacy::OtherGroups => self.audience == Audience::Alone,
        }
    }

    /// Takes the answer to a question about something. That the group looks on is, for what the
    /// client may agree to, also the word that they agree.
    pub fn answer(&mut self, audience: Audience, what: Privacy) {
        if audience != self.audience {
            self.agreed.clear();
        }
        self.audience = audience;
        if let (Audience::Group, Privacy::IfClientAgrees(section)) = (audience, what) {
            self.agreed.push(section);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERYTHING: [Privacy; 6] = [
        Privacy::Group,
        Privacy::IfClientAgrees(Section::Plan),
        Privacy::IfClientAgrees(Section::Sociogram),
        Privacy::WithClient,
        Privacy::Interviews,
        Privacy::OtherGroups,
    ];

    #[test]
    fn who_may_see_most_sees_what_the_others_see() {
        for what in EVERYTHING {
            let sees = Audience::VARIANTS.iter().map(|audience| {
                let mut onlookers = Onlookers::default();
                onlookers.answer(*audience, Privacy::WithClient);
                onlookers.may_see(what)
            });
            let sees: Vec<bool> = sees.collect();
            assert!(sees.is_sorted(), "{what:?} {sees:?}");
            assert!(sees[2], "the coordinator sees all");
        }
    }

    #[test]
    fn that_the_client_agrees_counts_for_what_was_asked_and_while_the_group_looks_on() {
        let (plan, sociogram) =
            (Privacy::IfClientAgrees(Section::Plan), Privacy::IfClientAgrees(Section::Sociogram));
        let mut onlookers = Onlookers::default();
        onlookers.answer(Audience::Group, plan);
        assert!(onlookers.may_see(plan) && !onlookers.may_see(sociogram));
        assert!(!onlookers.may_see(Privacy::WithClient));
        onlookers.answer(Audience::Alone, sociogram);
        onlookers.answer(Audience::Group, Privacy::Interviews);
        assert!(!onlookers.may_see(plan), "it is asked again");
    }
}
