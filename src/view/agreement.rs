//! Agreements in a line: what, who, when and for which goal.

use super::group_view::GroupView;
use super::meeting_view::MeetingView;
use crate::domain::agreement::Agreement;
use crate::domain::ids::{GoalId, MeetingId, PersonId};
use crate::domain::naming::apart;
use crate::domain::reading::Understood;
use crate::domain::rereading::agreements;
use crate::domain::when::Unsettled;

/// What kring understood of an agreement in a note: who, when, which goal. Asks for what is missing.
#[must_use]
pub fn understood(view: &GroupView<'_>, understood: &Understood) -> String {
    let words = view.words;
    let named = doers(view, &understood.who, understood.everybody);
    let who = match understood.undecided() {
        [] if named.is_empty() => words.who_question().to_owned(),
        [] => named,
        either => {
            let open = which_of(view, either);
            if named.is_empty() { open } else { format!("{named} · {open}") }
        }
    };
    let when = match (&understood.when, &understood.unsettled) {
        (Some(when), _) => words.when(when, view.today()),
        (None, Unsettled::Doubt(doubt)) => words.doubt(doubt, view.today()),
        (None, Unsettled::Words) => words.when_in_sentence().to_owned(),
        (None, Unsettled::Nothing) => words.when_question().to_owned(),
    };
    let goal = understood.goal.map(|id| view.goal_label(id));
    [Some(who), Some(when), goal].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Which of some people is meant, as a question.
#[must_use]
pub fn which_of(view: &GroupView<'_>, people: &[PersonId]) -> String {
    let whole = |id: &PersonId| view.group.person(*id).map(|one| apart(view.group, one));
    let names: Vec<String> = people.iter().filter_map(whole).collect();
    view.words.which_of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What somebody still has to say of an agreement: which person, which day.
#[must_use]
pub fn open_question(view: &GroupView<'_>, agreement: &Agreement) -> Option<String> {
    let who = (!agreement.either.is_empty()).then(|| which_of(view, &agreement.either));
    let day = match &agreement.unsettled {
        Unsettled::Doubt(doubt) => Some(view.words.long_doubt(doubt)),
        Unsettled::Nothing | Unsettled::Words => None,
    };
    let questions: Vec<String> = who.into_iter().chain(day).collect();
    (!questions.is_empty()).then(|| questions.join(" "))
}

/// Who does it, by name; everybody is one word.
#[must_use]
pub fn doers(view: &GroupView<'_>, who: &[PersonId], everybody: bool) -> String {
    if everybody { view.words.everybody().to_owned() } else { view.names(who) }
}

/// An agreement of a note in a line: what, and what kring understood.
#[must_use]
pub fn line(view: &MeetingView<'_>, agreement: &Understood) -> String {
    format!("{} · {}", agreement.what, understood(view, agreement))
}

/// The agreements that were made in this meeting, read from its notes: the item and the line of its
/// note, both counted from 0, and what was understood.
pub fn made<'a>(
    view: &'a MeetingView<'_>,
) -> impl Iterator<Item = (usize, usize, Understood)> + 'a {
    view.meeting.items.iter().enumerate().flat_map(|(nr, item)| {
        let found = agreements(item, view.group, view.today()).into_iter();
        found.map(move |found| (nr, found.line, found.understood))
    })
}

/// An agreement of an earlier meeting: what, who and when, the latter two after a dot.
#[must_use]
pub fn recorded(view: &GroupView<'_>, agreement: &Agreement) -> String {
    let who = doers(view, &agreement.who, agreement.everybody);
    let when = agreement.when.iter().map(|when| view.words.when(when, view.today()));
    let facts: Vec<String> = [who].into_iter().chain(when).filter(|it| !it.is_empty()).collect();
    let parts = [agreement.text.clone(), facts.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// An agreement for somebody who has nothing else before them: what, who, and by when in full.
#[must_use]
pub fn in_long_words(view: &GroupView<'_>, agreement: &Agreement) -> String {
    let when = agreement.when.as_ref().map(|when| view.words.long_when(when));
    let parts = [agreement.text.clone(), doers(view, &agreement.who, agreement.everybody)];
    let parts = parts.into_iter().chain(when).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

/// Which agreements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Which {
    Open,
    Past,
    Of(PersonId),
    OfEverybody,
    For(GoalId),
    From(MeetingId),
}

/// The agreements of a choice: the open ones first, each by its day.
#[must_use]
pub fn those<'a>(view: &GroupView<'a>, which: Which) -> Vec<&'a Agreement> {
    let fits = |one: &&Agreement| match which {
        Which::Open => one.open(),
        Which::Past => !one.open(),
        Which::Of(person) => one.who.contains(&person),
        Which::OfEverybody => one.everybody,
        Which::For(goal) => one.goal == Some(goal),
        Which::From(meeting) => one.made == meeting,
    };
    let mut found: Vec<&Agreement> = view.group.agreements.iter().filter(fits).collect();
    found.sort_by_key(|one| (!one.open(), one.day().is_none(), one.day(), one.id));
    found
}
