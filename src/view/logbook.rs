//! The log as a text to read: who changed what, day by day, the newest first.

use std::fmt::Write;

use super::group_view::GroupView;
use crate::domain::log::{About, Log, LogLine};
use crate::sanitize;

/// The log, in sentences.
#[must_use]
pub fn text(view: &GroupView<'_>, log: &Log) -> String {
    let words = view.words;
    if log.lines().is_empty() {
        return words.log_is_empty().to_owned();
    }
    let mut text = words.log_intro().to_owned();
    let mut day = None;
    for line in log.lines().iter().rev() {
        let date = line.from.date_naive();
        if day.replace(date) != Some(date) {
            let _ = write!(text, "\n\n{}", words.long_date(date));
        }
        // Names may hold line ends; a line of the log is one line.
        let _ = write!(text, "\n  {}", sanitize::line(&sentence(view, line)));
    }
    text
}

fn sentence(view: &GroupView<'_>, line: &LogLine) -> String {
    let words = view.words;
    let by = if line.by.trim().is_empty() { words.somebody_did() } else { line.by.trim() };
    let time = words.said_time(line.from.time());
    let about = about(view, line.about);
    words.log_line(&time, by, line.done, &about)
}

/// What a line is about, named as it is called now; nothing for the group as a whole.
#[must_use]
pub fn about(view: &GroupView<'_>, about: About) -> String {
    let words = view.words;
    match about {
        About::Group => String::new(),
        About::Person(id) if view.group.person(id).is_some() => view.name(id),
        About::Person(_) => words.somebody().to_owned(),
        About::Goal(id) => view
            .group
            .goal(id)
            .map_or_else(|| words.a_goal().to_owned(), |goal| words.or_wordless(&goal.text)),
        About::Plan => words.the_plan().to_owned(),
        About::Step(step) => view.in_own_words(view.content.step_title(step)),
        About::Meeting(id) => words.the_meeting_of(view.group.day_of(id)),
        About::Item(id, nr) => words.item_of_meeting(nr + 1, view.group.day_of(id)),
    }
}
