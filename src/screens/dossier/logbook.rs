//! The log as a text to read: who changed what, day by day, the newest first.

use std::fmt::Write;

use crate::domain::log::{About, Log, LogLine};
use crate::harmless;
use crate::screens::circle::Circle;

/// The log, in sentences.
#[must_use]
pub fn text(circle: &Circle<'_>, log: &Log) -> String {
    let words = circle.words;
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
        let _ = write!(text, "\n  {}", harmless::line(&sentence(circle, line)));
    }
    text
}

fn sentence(circle: &Circle<'_>, line: &LogLine) -> String {
    let words = circle.words;
    let by = if line.by.trim().is_empty() { words.somebody_did() } else { line.by.trim() };
    let time = words.said_time(line.from.time());
    let about = about(circle, line.about);
    words.log_line(&time, by, line.done, &about)
}

/// What a line is about, named as it is called now; nothing for the group as a whole.
#[must_use]
pub fn about(circle: &Circle<'_>, about: About) -> String {
    let words = circle.words;
    match about {
        About::Group => String::new(),
        About::Person(id) if circle.group.person(id).is_some() => circle.name(id),
        About::Person(_) => words.somebody().to_owned(),
        About::Goal(id) => circle
            .group
            .goal(id)
            .map_or_else(|| words.a_goal().to_owned(), |goal| words.or_wordless(&goal.text)),
        About::Plan => words.the_plan().to_owned(),
        About::Step(step) => circle.in_own_words(circle.content.step_title(step)),
        About::Meeting(id) => words.the_meeting_of(id.date),
        About::Item(id, nr) => words.item_of_meeting(nr + 1, id.date),
    }
}
