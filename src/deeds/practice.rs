//! The practice group: invented people with a year of meetings, with dates relative to today.
//!
//! Its meetings are begun and closed by the same functions as real ones.

mod beginning;
mod file;

use chrono::{Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta};

use self::beginning::{coordinator, group, weeks_before};
use self::file::{Practice, PracticeGoal, PracticeMeeting};
use crate::content::{Content, ContentError, data_file, parse};
use crate::domain::approval::{Approval, MayGo, ReadHow};
use crate::domain::attendance::Presence;
use crate::domain::change::{Change, GroupChange};
use crate::domain::closing;
use crate::domain::dates::read_time;
use crate::domain::delta::{ListChange, Refusal, Splice, Swap};
use crate::domain::dossier::Dossier;
use crate::domain::goal::{Goal, GoalState};
use crate::domain::group::Composition;
use crate::domain::held::HeldMeeting;
use crate::domain::history::{DeedKind, Entry, EntryKind};
use crate::domain::hour::{HourEvent, Moment};
use crate::domain::ids::{GoalId, MeetingId, PersonId};
use crate::domain::meeting::{Meeting, NextWords};
use crate::domain::texts::GroupText;
use crate::language::Language;
use crate::words::Words;

/// The practice group could not be made. This is always a defect of kring itself.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// Its file cannot be parsed.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// One of its changes does not fit the group.
    #[error(transparent)]
    Refused(#[from] Refusal),
}

/// The practice group as it is on `today`, the day of its next meeting.
///
/// # Errors
/// A defect in its file.
pub fn make(
    language: Language,
    content: &Content,
    today: NaiveDate,
    offset: FixedOffset,
) -> Result<Dossier, PracticeError> {
    let practice: Practice = parse(data_file!(language, "practice.ron"))?;
    let mut builder = Builder {
        dossier: Dossier::new(group(&practice, Words(language), today)),
        words: Words(language),
        content,
        today,
        offset,
    };
    builder.add_goals(&practice.goals, 0)?;
    for (nr, meeting) in (1..).zip(&practice.meetings) {
        builder.hold(&practice, nr, meeting)?;
        builder.add_goals(&practice.goals, nr)?;
    }
    builder.compose()?;
    Ok(builder.dossier)
}

struct Builder<'a> {
    dossier: Dossier,
    words: Words,
    content: &'a Content,
    today: NaiveDate,
    offset: FixedOffset,
}

impl Builder<'_> {
    fn apply(&mut self, changes: Vec<Change>) -> Result<(), Refusal> {
        changes.iter().try_for_each(|change| self.dossier.apply(change))
    }

    /// The same, with a line in the log where the real deed has one.
    fn do_at(&mut self, at: Moment, kind: EntryKind, changes: Vec<Change>) -> Result<(), Refusal> {
        let by = coordinator(&self.dossier.group);
        let entry = Entry { at, by, kind, changes };
        entry.changes.iter().try_for_each(|change| self.dossier.apply(change))?;
        self.dossier.log.take(&entry);
        Ok(())
    }

    /// Adds the goals that begin after a meeting, by its number from 1; 0 for those before the
    /// first.
    fn add_goals(&mut self, goals: &[PracticeGoal], after: usize) -> Result<(), Refusal> {
        let last = self.dossier.group.last_finished(None).map(HeldMeeting::day);
        let since = last.and_then(|date| date.succ_opt()).unwrap_or(self.dossier.group.started);
        for (nr, goal) in (1..).zip(goals).filter(|(_, goal)| goal.since == after) {
            let mut item = Goal::new(GoalId(nr), goal.term, &goal.text, since);
            item.dimensions.clone_from(&goal.dimensions);
            let change = ListChange::push(&self.dossier.group.goals, item);
            self.apply(vec![Change::Group(GroupChange::Goals(change))])?;
        }
        Ok(())
    }

    fn hold(
        &mut self,
        practice: &Practice,
        nr: usize,
        held: &PracticeMeeting,
    ) -> Result<(), Refusal> {
        let id = MeetingId::first(weeks_before(self.today, held.weeks_ago));
        let began = self.moment(id.date, &practice.next_time);
        let next = practice.meetings.get(nr).map_or(0, |next| next.weeks_ago);
        let meeting = self.fill(practice, id, began, held, weeks_before(self.today, next));
        let (fresh, ended) = (meeting.clone(), began + TimeDelta::minutes(held.minutes));
        self.do_at(began, EntryKind::Along, closing::begin(&self.dossier.group, fresh))?;
        self.answer(id, held)?;
        self.review(id, held)?;
        self.evaluate(id, held)?;
        self.move_goals(id, nr, &practice.goals)?;
        self.end_goals(id, nr, &practice.goals)?;
        let close = closing::close(&self.dossier.group, &meeting, ended);
        self.do_at(ended, EntryKind::Along, close)?;
        let agreed = practice.meetings.get(nr).map(|next| weeks_before(self.today, next.weeks_ago));
        self.approve(id, ended, agreed)
    }

    /// The client read the minutes together with the coordinator and they went to the group; the meeting
    /// after it agreed them.
    fn approve(
        &mut self,
        id: MeetingId,
        ended: Moment,
        agreed: Option<NaiveDate>,
    ) -> Result<(), Refusal> {
        let from = self.dossier.group.held_meeting(id).and_then(|held| held.approval.clone());
        let to = Approval {
            seen: Some(ReadHow::Together),
            may_go: Some(MayGo::Yes),
            sent: id.date.checked_add_days(Days::new(1)),
            set: agreed,
            ..Approval::default()
        };
        let swap = Swap { from, to: Some(to) };
        let change = Change::Group(GroupChange::Approval(id, swap));
        self.do_at(ended + TimeDelta::days(1), EntryKind::Do(DeedKind::Approval), vec![change])
    }

    /// The client chooses the same group for the next meeting (phase 5, step 1).
    fn compose(&mut self) -> Result<(), Refusal> {
        let group = &self.dossier.group;
        let Some(after) = group.last_finished(None).map(|held| held.id) else { return Ok(()) };
        let people = group.members().map(|person| person.id).collect();
        let swap = Swap::of(&group.composition, Some(Composition { after, people }));
        self.apply(vec![Change::Group(GroupChange::Composition(swap))])
    }

    fn moment(&self, date: NaiveDate, time: &str) -> Moment {
        let time = read_time(time).unwrap_or(NaiveTime::MIN);
        let local = date.and_time(time).and_local_timezone(self.offset);
        local.earliest().unwrap_or_default()
    }

    fn fill(
        &self,
        practice: &Practice,
        id: MeetingId,
        began: Moment,
        held: &PracticeMeeting,
        next: NaiveDate,
    ) -> Meeting {
        let structure = self.content.structure(held.kind);
        let mut meeting = Meeting::prepare(&self.dossier.group, id, &structure);
        for attendee in &mut meeting.attendance {
            let is = |(person, _): &&(PersonId, String)| *person == attendee.person;
            attendee.from = held.late.iter().find(is).and_then(|(_, time)| read_time(time));
            attendee.until = held.early.iter().find(is).and_then(|(_, time)| read_time(time));
            let away = held.away.iter().find(|(person, _)| *person == attendee.person);
            attendee.presence = away.map_or(Presence::Present, |(_, presence)| *presence);
            attendee.spoke = away.is_none();
        }
        meeting.hour.push(HourEvent::Started(began));
        for item in &mut meeting.items {
            let note = held.notes.iter().find(|(kind, _)| *kind == item.kind);
            let lines = note.map(|(_, lines)| lines.join("\n")).unwrap_or_default();
            item.note = self.dated(&lines, id.date, next);
            item.discussed = true;
        }
        meeting.plan_shown = true;
        meeting.topic.clone_from(&held.topic);
        meeting.next = NextWords {
            time_in_day: false,
            date: self.words.long_date(next),
            on: None,
            time: practice.next_time.clone(),
            place: practice.place.clone(),
        };
        meeting
    }

    /// Replaces `{+14}` by the written date 14 days after the meeting, and `{next}` by that of the next.
    fn dated(&self, text: &str, date: NaiveDate, next: NaiveDate) -> String {
        let text = text.replace("{next}", &self.words.day_and_month(next));
        let mut pieces = text.split("{+");
        let mut dated = pieces.next().unwrap_or("").to_owned();
        for piece in pieces {
            let (days, rest) = piece.split_once('}').unwrap_or(("0", piece));
            let day = date.checked_add_days(Days::new(days.parse().unwrap_or(0)));
            dated.push_str(&self.words.day_and_month(day.unwrap_or(date)));
            dated.push_str(rest);
        }
        dated
    }

    fn answer(&mut self, id: MeetingId, held: &PracticeMeeting) -> Result<(), Refusal> {
        for (asked, outcome) in &held.answers {
            let agreement = self.dossier.group.agreement(*asked).ok_or(Refusal::Missing)?;
            let swap = Swap::of(
                agreement,
                agreement.answered(id, Some(*outcome), |id| self.dossier.group.order_of(id)),
            );
            self.apply(vec![Change::Group(GroupChange::Agreement(swap))])?;
        }
        Ok(())
    }

    fn review(&mut self, id: MeetingId, held: &PracticeMeeting) -> Result<(), Refusal> {
        for nr in &held.reviewed {
            let level = self.dossier.group.plan.levels.get(*nr).ok_or(Refusal::Missing)?;
            let mut reviewed = level.clone();
            reviewed.reviewed = Some(id.date);
            let swap = Swap::of(level, reviewed);
            self.apply(vec![Change::Group(GroupChange::Level(*nr, swap))])?;
        }
        Ok(())
    }

    /// Client and coordinator choose a day for the evaluation (phase 4, step 4).
    fn evaluate(&mut self, id: MeetingId, held: &PracticeMeeting) -> Result<(), Refusal> {
        let day = held.evaluation.and_then(|days| id.date.checked_add_days(Days::new(days)));
        let Some(day) = day else { return Ok(()) };
        let text = GroupText::Evaluation;
        let from = self.dossier.group.day(text).ok_or(Refusal::Missing)?.on;
        let typed = Splice { at: 0, removed: String::new(), inserted: self.words.long_date(day) };
        self.apply(vec![
            Change::Group(GroupChange::TypedOn(text, Swap { from, to: id.date })),
            Change::Group(GroupChange::Text(text, typed)),
        ])
    }

    fn move_goals(
        &mut self,
        id: MeetingId,
        nr: usize,
        goals: &[PracticeGoal],
    ) -> Result<(), Refusal> {
        for (goal_nr, practised) in (1..).zip(goals).filter(|(_, goal)| goal.since < nr) {
            let said = practised.moves.iter().find(|(meeting, _)| *meeting == nr);
            let Some((_, movement)) = said else { continue };
            let goal = self.dossier.group.goal(GoalId(goal_nr)).ok_or(Refusal::Missing)?;
            let mut moved = goal.with_movement(id, Some(*movement));
            moved.state = GoalState::Underway;
            let swap = Swap::of(goal, moved);
            self.apply(vec![Change::Group(GroupChange::Goal(swap))])?;
        }
        Ok(())
    }

    fn end_goals(
        &mut self,
        id: MeetingId,
        nr: usize,
        goals: &[PracticeGoal],
    ) -> Result<(), Refusal> {
        for (goal_nr, practised) in (1..).zip(goals) {
            let Some((_, state)) = practised.ended.filter(|(ended, _)| *ended == nr) else {
                continue;
            };
            let goal = self.dossier.group.goal(GoalId(goal_nr)).ok_or(Refusal::Missing)?;
            let swap = Swap::of(goal, goal.in_state(state, id.date));
            self.apply(vec![Change::Group(GroupChange::Goal(swap))])?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    use crate::domain::goal::Term;
    use crate::domain::phase::{Phase, Step};

    fn made(language: Language) -> Dossier {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let content = Content::new(language);
        make(language, &content, today, FixedOffset::east_opt(3600).unwrap()).unwrap()
    }

    #[test]
    fn a_year_of_meetings_leads_to_one_that_is_due_today() {
        for language in [Language::Dutch, Language::English] {
            let dossier = made(language);
            let group = &dossier.group;
            let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
            assert_eq!(group.appointment().map(|next| next.date), Some(today));
            assert_eq!(group.meetings.len(), 5);
            assert!(group.meetings.iter().all(|held| held.finished));
            assert_eq!(group.agreements.len(), 18);
            let open: Vec<u32> =
                group.agreements.iter().filter(|one| one.open()).map(|one| one.id.0).collect();
            assert_eq!(open, [14, 15, 16, 17, 18]);
            assert_eq!(group.open_goals(Term::Short).count(), 2);
            assert_eq!(group.open_goals(Term::Long).count(), 2);
            assert_eq!(group.phase(), Phase::FollowUp);
            let late = dossier.log.lines();
            assert_eq!(late.len(), 15, "begun, closed, approved: five times");
        }
    }

    #[test]
    fn its_days_are_those_of_a_year_that_could_have_been() {
        let content = Content::new(Language::Dutch);
        let first = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        for today in first.iter_days().take(14) {
            let zone = FixedOffset::east_opt(3600).unwrap();
            let group = make(Language::Dutch, &content, today, zone).unwrap().group;
            let met: Vec<NaiveDate> =
                group.meetings_in_order().into_iter().map(HeldMeeting::day).collect();
            let works = |day: &NaiveDate| day.weekday().number_from_monday() <= 4;
            assert!(met.iter().all(works), "{today}: {met:?}");
            let asked = group.people.iter().map(|person| &person.asked);
            let interviewed = group.people.iter().map(|person| &person.interview.held);
            let steps = group.steps.iter().map(|record| &record.date);
            let days: Vec<NaiveDate> = steps
                .chain(asked)
                .chain(interviewed)
                .filter_map(|day| day.done_by(today))
                .collect();
            assert_eq!(days.len(), 19 + 6 + 5);
            assert!(days.iter().all(works), "{today}: {days:?}");
            assert!(days.iter().all(|day| *day <= met[0]), "before the group met: {days:?}");
            let held: Vec<NaiveDate> = group
                .people
                .iter()
                .filter_map(|person| person.interview.held.done_by(today))
                .collect();
            assert!(held.iter().is_sorted() && held.first() != held.last(), "{held:?}");
            assert!(group.step(Step::HoldInterviews).unwrap().date.gone() >= held.last().copied());
        }
    }

    #[test]
    fn its_agreements_were_understood() {
        for language in [Language::Dutch, Language::English] {
            let group = made(language).group;
            let without_who: Vec<u32> = group
                .agreements
                .iter()
                .filter(|one| one.who.is_empty())
                .map(|one| one.id.0)
                .collect();
            assert_eq!(without_who, [11]);
            let without_when: Vec<u32> = group
                .agreements
                .iter()
                .filter(|one| one.when.is_none())
                .map(|one| one.id.0)
                .collect();
            assert_eq!(without_when, [6, 8]);
            for agreement in &group.agreements {
                assert!(!agreement.text.contains(['@', '{']), "{}", agreement.text);
            }
        }
    }

    #[test]
    fn both_languages_tell_the_same_story() {
        let (dutch, english) = (made(Language::Dutch).group, made(Language::English).group);
        for (nl, en) in dutch.agreements.iter().zip(&english.agreements) {
            assert_eq!((&nl.who, &nl.when, nl.goal), (&en.who, &en.when, en.goal), "{}", nl.text);
            assert_eq!(nl.answers, en.answers);
        }
    }
}
