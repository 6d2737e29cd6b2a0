//! What a line of the home screen says of a group, and what there is to do in it.

use super::model::{GroupFacts, Model, ToDo};
use crate::domain::group::Group;
use crate::domain::week::Task;
use crate::screens::circle::Circle;

/// What a line says of a group.
#[must_use]
pub fn facts_of(group: &Group, model: &Model) -> GroupFacts {
    let circle = model.circle_of(group, model.today());
    let week = group.week(model.today()).into_iter();
    GroupFacts {
        name: group.name.clone(),
        phase: group.phase(),
        steps: group.steps_done(),
        next: group.appointment().map(|next| next.date),
        unfinished: group.unfinished().is_some(),
        late: group.late(model.today()),
        week: week.map(|due| ToDo { on: due.on, text: task_text(&circle, due.task) }).collect(),
    }
}

/// Something to do, in words.
fn task_text(circle: &Circle<'_>, task: Task) -> String {
    let what = match task {
        Task::Ask(id) | Task::PlanInterview(id) | Task::Interview(id) => circle.name(id),
        Task::Remind(id) => circle.group.agreement(id).map_or_else(String::new, |agreement| {
            let unsaid = |name: &String| !agreement.text.contains(name.as_str());
            let who = agreement.who.iter().map(|id| circle.name(*id)).filter(unsaid);
            let said: Vec<String> = who.collect();
            let gap = if said.is_empty() { "" } else { ": " };
            format!("{}{gap}{}", said.join(", "), agreement.text)
        }),
        _ => String::new(),
    };
    circle.words.task(task, &what)
}
