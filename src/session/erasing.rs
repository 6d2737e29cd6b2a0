//! Erasing for good: taking a text out of everything that is open. It is no change like others: a
//! change carries what it replaces and could bring it back.

use super::Session;
use super::effect::Effect;
use crate::domain::bin::Thing;
use crate::domain::change::{Change, GroupChange};
use crate::domain::delta::Swap;
use crate::domain::erasure::{Erase, Passage};
use crate::domain::ids::MeetingId;
use crate::store::purge::Purge;

/// The fewest characters that can be erased everywhere: fewer would take pieces out of words that
/// have nothing to do with it.
const SHORTEST: usize = 4;

/// What would be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doomed {
    /// A passage, wherever it stands in the group.
    Passage(Passage),
    /// Something in the bin, counted from 0, and its name.
    Binned(usize, String),
}

impl Session {
    /// What erasing a typed line would take out, on the day of a meeting or today.
    ///
    /// # Errors
    /// The sentence why nothing can be erased.
    pub fn passage_of(&self, line: &str, day: chrono::NaiveDate) -> Result<Doomed, &'static str> {
        let Some(group) = self.group().filter(|_| !line.is_empty()) else {
            return Err(self.words.nothing_to_erase());
        };
        let passage = Passage::of_line(line, group, day);
        if passage.shortest() < SHORTEST {
            return Err(self.words.too_short_to_erase());
        }
        Ok(Doomed::Passage(passage))
    }

    /// Something in the bin that could be erased, counted from 0.
    #[must_use]
    pub fn binned(&self, nr: usize) -> Option<Doomed> {
        let binned = self.group()?.bin.get(nr)?;
        Some(Doomed::Binned(nr, self.words.or_nameless(binned.thing.name()).to_owned()))
    }

    /// Notes that something was taken out of the minutes of meetings that are not open.
    pub fn note_taken_out(&mut self, of: &[MeetingId]) -> Vec<Effect> {
        let (Some(group), on) = (self.group(), self.today()) else { return Vec::new() };
        let taken_out = |id: &MeetingId| {
            let held = group.held_meeting(*id).filter(|held| held.finished)?;
            let from = held.approval.clone();
            let to = from.as_ref().map(|approval| approval.after_taking_out(on));
            let changes = from != to;
            changes.then_some(Change::Group(GroupChange::Approval(*id, Swap { from, to })))
        };
        let changes = of.iter().filter_map(taken_out).collect();
        self.record_along(changes)
    }

    /// Erases something from the dossier and from what was read besides; the effect erases it from
    /// every file.
    pub fn erase(&mut self, doomed: Doomed) -> Vec<Effect> {
        let (at, who) = (self.now.wall, self.who.clone());
        let Some(open) = self.open.as_mut() else { return Vec::new() };
        let purge = match doomed {
            Doomed::Passage(passage) => {
                for minutes in open.earlier.values_mut() {
                    minutes.erase(&passage);
                }
                let times = open.dossier.erase(&passage, at.date_naive());
                Purge { passages: vec![passage], copies: false, times }
            }
            Doomed::Binned(nr, _) => {
                let bin = &mut open.dossier.group.bin;
                // What has an id leaves it behind, so that nobody else gets it.
                let gone = bin.get(nr).and_then(|binned| match &binned.thing {
                    Thing::Person(person) => Some(Thing::GonePerson(person.id)),
                    Thing::Goal(goal) => Some(Thing::GoneGoal(goal.id)),
                    _ => None,
                });
                match (gone, bin.get_mut(nr)) {
                    (Some(gone), Some(binned)) => binned.thing = gone,
                    (None, Some(_)) => drop(bin.remove(nr)),
                    _ => {}
                }
                open.dossier.history.forget();
                Purge { passages: Vec::new(), copies: true, times: 1 }
            }
        };
        open.dossier.log.erased(at, &who);
        vec![Effect::Erase(purge)]
    }
}
