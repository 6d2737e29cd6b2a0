//! What needs attention and what there is to do this week, in sentences.

use chrono::NaiveDate;

use super::group_view::GroupView;
use crate::domain::late::Late;
use crate::domain::person::Role;
use crate::domain::week::Task;

/// Something to do this week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    /// By when; `None` when any day will do.
    pub on: Option<NaiveDate>,
    /// What, in words.
    pub text: String,
}

/// What there is to do in a group this week.
#[must_use]
pub fn week(view: &GroupView<'_>) -> Vec<ToDo> {
    let due = view.group.week(view.today()).into_iter();
    due.map(|due| ToDo { on: due.on, text: task(view, due.task) }).collect()
}

fn task(view: &GroupView<'_>, task: Task) -> String {
    let what = match task {
        Task::Ask(id) | Task::PlanInterview(id) | Task::Interview(id) => view.name(id),
        Task::InviteClinician => view.role(Role::Clinician),
        Task::AskAboutGoal(id) => view.goal_label(id),
        Task::Remind(id) => view.group.agreement(id).map_or_else(String::new, |agreement| {
            let unsaid = |name: &String| !agreement.text.contains(name.as_str());
            let everybody = agreement.everybody.then(|| view.words.everybody().to_owned());
            let who = agreement.who.iter().map(|id| view.name(*id)).chain(everybody);
            let said: Vec<String> = who.filter(unsaid).collect();
            let gap = if said.is_empty() { "" } else { ": " };
            format!("{}{gap}{}", said.join(", "), agreement.text)
        }),
        _ => String::new(),
    };
    view.words.task(task, &what)
}

/// Something that is late, in a sentence.
#[must_use]
pub fn late(view: &GroupView<'_>, late: Late) -> String {
    let what = match late {
        Late::Step(step) => view.in_own_words(view.content.step_title(step)),
        Late::Clinician(_) => view.role(Role::Clinician),
        Late::Agreement(id) => {
            let agreement = view.group.agreement(id);
            agreement.map(|agreement| agreement.text.clone()).unwrap_or_default()
        }
        Late::NoNextDay | Late::Composition(_) | Late::Evaluation(_) | Late::GoesOn(_) => {
            String::new()
        }
    };
    view.words.late(late, &what, view.today())
}
