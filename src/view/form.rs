//! The forms of a meeting as a person sees them: their questions, and what is understood of an answer.

use super::answer::{goal, kind, understood_who};
use super::meeting_view::MeetingView;
use crate::domain::dates;
use crate::domain::form::{Draft, Form};
use crate::domain::goal::Term;
use crate::domain::meeting::Place;
use crate::domain::person::PersonKind;
use crate::domain::relation;
use crate::domain::structure::ItemKind;

/// The questions of a form, each with a hint.
#[must_use]
pub fn questions(view: &MeetingView<'_>, form: Form) -> Vec<(String, String)> {
    let words = view.words;
    let plain = |question: &str| (question.to_owned(), String::new());
    let hinted = |question: &str, hint: &str| (question.to_owned(), hint.to_owned());
    match form {
        Form::Agreement { .. } => vec![
            hinted(words.ask_what(), words.hint_what()),
            hinted(words.ask_who(), &people_hint(view)),
            hinted(words.ask_when(), words.hint_when()),
            hinted(words.ask_goal(), &goals_hint(view)),
        ],
        Form::Decision { .. } => vec![plain(words.ask_decision())],
        Form::Arrival(person) => {
            vec![hinted(&words.ask_arrival(&view.name(person)), words.hint_time())]
        }
        Form::Departure(person) => {
            vec![hinted(&words.ask_departure(&view.name(person)), words.hint_time())]
        }
        Form::NewPerson => vec![
            plain(words.ask_name()),
            hinted(words.ask_relation(), words.hint_relation()),
            hinted(words.ask_kind(), &kinds_hint(view)),
        ],
        Form::PersonName(_) => vec![plain(words.ask_name())],
        Form::NewShortGoal => vec![hinted(words.ask_goal_words(), words.hint_short_goal())],
        Form::NewLongGoal => vec![hinted(words.ask_goal_words(), words.hint_long_goal())],
        Form::Budget { .. } => vec![plain(words.ask_budget())],
        Form::MeetingDay => vec![
            hinted(words.ask_meeting_day(), words.hint_meeting_day()),
            hinted(words.ask_meeting_start(), words.hint_meeting_start()),
        ],
        Form::Reopening => vec![hinted(words.ask_reason(), words.hint_reason())],
    }
}

/// The heading of a form.
#[must_use]
pub fn title(view: &MeetingView<'_>, form: Form) -> String {
    let words = view.words;
    match form {
        Form::Agreement { line: None, .. } => words.make_agreement().to_owned(),
        Form::Agreement { .. } => words.mend_agreement().to_owned(),
        Form::Decision { .. } => words.key_decision().to_owned(),
        Form::Arrival(person) | Form::Departure(person) | Form::PersonName(person) => {
            view.name(person)
        }
        Form::NewPerson => words.add_person().to_owned(),
        Form::NewShortGoal => words.new_goal(Term::Short).to_owned(),
        Form::NewLongGoal => words.new_goal(Term::Long).to_owned(),
        Form::Budget { item } => {
            let kind = view.meeting.item(item).map(|item| item.kind);
            kind.map_or("", |kind| view.content.title(kind)).to_owned()
        }
        Form::MeetingDay => words.meeting_day().to_owned(),
        Form::Reopening => words.reopen().to_owned(),
    }
}

fn people_hint(view: &MeetingView<'_>) -> String {
    let names: Vec<String> = view.group.members().map(|person| view.name(person.id)).collect();
    names.join(", ")
}

fn goals_hint(view: &MeetingView<'_>) -> String {
    let goals = [Term::Short, Term::Long]
        .into_iter()
        .flat_map(|term| view.group.goals_on(term, view.today()));
    let labels: Vec<String> = goals.map(|goal| view.goal_label(goal.id)).collect();
    if labels.is_empty() { view.words.no_goals_yet().to_owned() } else { labels.join(", ") }
}

fn kinds_hint(view: &MeetingView<'_>) -> String {
    let kinds = (1..).zip(PersonKind::ALL.iter().copied());
    let named = kinds.map(|(nr, kind)| format!("{nr} {}", view.words.person_kind(kind)));
    named.collect::<Vec<_>>().join(", ")
}

/// What kring understands of the answer at hand.
#[must_use]
pub fn understood(view: &MeetingView<'_>, draft: &Draft) -> Option<String> {
    let answer = draft.answers.get(draft.at).map_or("", |answer| answer.trim());
    if answer.is_empty() {
        // Of somebody new the word for them says which kind they are, until a number does.
        let relation =
            draft.answers.get(1).filter(|_| (draft.form, draft.at) == (Form::NewPerson, 2));
        let kind = relation::kind_of(relation?)?;
        return Some(view.words.person_kind(kind).to_owned());
    }
    match (draft.form, draft.at) {
        (Form::Agreement { .. }, 1) => Some(understood_who(view, answer)),
        (Form::Agreement { .. }, 2) => Some(match dates::read_when(answer, view.today()) {
            Ok(when) => view.words.long_when(&when),
            Err(problem) => view.words.date_problem(&problem),
        }),
        (Form::Agreement { .. }, 3) => Some(goal(view, answer).map_or_else(
            |sentence| sentence,
            |goal| {
                let goal = goal.and_then(|id| view.group.goal(id));
                goal.map(|goal| goal.text.clone()).unwrap_or_default()
            },
        )),
        (Form::Arrival(_) | Form::Departure(_), _) => Some(dates::read_time(answer).map_or_else(
            || view.words.no_such_time().to_owned(),
            |time| view.words.said_time(time),
        )),
        (Form::MeetingDay, 0) => Some(match dates::read_past_date(answer, view.now.date_naive()) {
            Ok(day) => view.words.long_date(day),
            Err(problem) => view.words.past_date_problem(&problem),
        }),
        (Form::MeetingDay, _) => Some(dates::read_time(answer).map_or_else(
            || view.words.no_such_time().to_owned(),
            |time| view.words.said_time(time),
        )),
        (Form::NewPerson, 2) => {
            kind(answer, view).map(|kind| view.words.person_kind(kind).to_owned())
        }
        _ => None,
    }
}

/// The item whose note takes an agreement or decision made here.
#[must_use]
pub fn note_for(view: &MeetingView<'_>) -> usize {
    let kinds = [ItemKind::Goals, ItemKind::WorkAgreements, ItemKind::AgreementsAndNextDate];
    match view.meeting.place {
        Place::Item(nr) => nr,
        _ => kinds.into_iter().find_map(|kind| view.meeting.number_of(kind)).unwrap_or(0),
    }
}
