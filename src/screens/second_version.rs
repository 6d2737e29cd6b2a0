//! What a second version of a file holds, and in what it differs, for a person to read.

use crate::domain::meeting::Meeting;
use crate::domain::section::Section;
use crate::export::minutes::MinutesPaper;
use crate::session::Session;
use crate::session::open_group::SecondRead;
use crate::store::second::SecondContent;
use crate::view::agreement;
use crate::view::group_view::GroupView;
use crate::words::Words;

/// The page of a second version.
#[must_use]
pub fn page(session: &Session, read: &SecondRead) -> String {
    let words = session.words;
    let mut page = vec![
        words.second_title().to_owned(),
        words.second_version(&read.second),
        String::new(),
        words.second_means().to_owned(),
        String::new(),
    ];
    let Some(view) = session.group_view() else { return page.join("\n") };
    match &read.content {
        SecondContent::Steps => page.push(words.second_holds_steps().to_owned()),
        SecondContent::Group(other) => {
            let other = session.view_of(other, session.today());
            page.extend(compared(words, &facts(&other), &facts(&view)));
        }
        SecondContent::Meeting(other) => {
            let current = read.current.as_ref().map(|current| minutes(&view, current));
            let current = current.unwrap_or_default();
            page.extend(compared(words, &minutes(&view, other), &current));
        }
    }
    page.join("\n")
}

/// What is in one of the two alone, and then all of the second.
fn compared(words: Words, second: &[String], first: &[String]) -> Vec<String> {
    let only = |here: &[String], there: &[String]| -> Vec<String> {
        let news = here.iter().filter(|line| !line.trim().is_empty() && !there.contains(line));
        news.map(|line| format!("- {}", line.trim().trim_start_matches("- "))).collect()
    };
    let mut page = Vec::new();
    for (heading, lines) in [
        (words.only_in_second(), only(second, first)),
        (words.only_in_first(), only(first, second)),
    ] {
        if !lines.is_empty() {
            page.push(heading.to_owned());
            page.extend(lines);
            page.push(String::new());
        }
    }
    if page.is_empty() {
        page.extend([words.reads_the_same().to_owned(), String::new()]);
    }
    page.push(words.whole_second().to_owned());
    page.push(String::new());
    page.extend(second.iter().cloned());
    page
}

/// What everybody may read of a group, a fact on a line.
fn facts(view: &GroupView<'_>) -> Vec<String> {
    let (group, words) = (view.group, view.words);
    let open: Vec<String> = group
        .agreements
        .iter()
        .filter(|one| one.open())
        .map(|one| agreement::in_long_words(view, one))
        .collect();
    let mut lines = vec![
        group.name.clone(),
        words.phase_of_group(group.phase(), view.phase_name()),
        words.next_planned(group.appointment().as_ref(), view.today()),
    ];
    let people = group.members().map(|person| view.name_and_relation(person.id));
    let goals = view.open_goals().into_iter().map(|(label, text)| format!("{label}: {text}"));
    let meetings = group.meetings.iter().map(|held| {
        format!("{}, {}", words.long_date(held.day()), view.content.meeting_name(held.kind))
    });
    let count = open.len();
    lines.extend(part(words.section_title(Section::People), people));
    lines.extend(part(words.goals(), goals));
    lines.extend(part(&words.open_agreements(count), open));
    lines.extend(part(words.meetings(), meetings));
    lines
}

fn part(heading: &str, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    let heading = [String::new(), heading.to_owned()].into_iter();
    heading.chain(lines.into_iter().map(|line| format!("- {line}"))).collect()
}

/// The minutes of a meeting, as they are or as they would be.
fn minutes(view: &GroupView<'_>, meeting: &Meeting) -> Vec<String> {
    let text = MinutesPaper::of(view.group, meeting, view.today()).text(view.content, view.words);
    text.lines().map(str::to_owned).collect()
}
