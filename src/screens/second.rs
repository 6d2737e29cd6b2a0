//! What a second version of a file holds, and in what it differs, for a person to read.

use crate::app::model::Model;
use crate::app::versions::SecondRead;
use crate::domain::goal::Term;
use crate::domain::group::Group;
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::export;
use crate::screens::circle::Circle;
use crate::screens::dossier::section::Section;
use crate::store::second::Held;
use crate::words::Words;

/// The page of a second version.
#[must_use]
pub fn paper(model: &Model, read: &SecondRead) -> String {
    let words = model.words;
    let mut page = vec![
        words.second_title().to_owned(),
        words.second_version(&read.second),
        String::new(),
        words.second_means().to_owned(),
        String::new(),
    ];
    let Some(group) = model.group() else { return page.join("\n") };
    match &read.held {
        Held::Steps => page.push(words.second_holds_steps().to_owned()),
        Held::Group(other) => {
            let lines = facts(&model.circle_of(other, model.today()));
            page.extend(compared(words, &lines, &facts(&model.circle_of(group, model.today()))));
        }
        Held::Meeting(other) => {
            let lines = minutes(model, group, other);
            let own = read.current.as_ref().map(|own| minutes(model, group, own));
            page.extend(compared(words, &lines, &own.unwrap_or_default()));
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
fn facts(circle: &Circle<'_>) -> Vec<String> {
    let (group, words) = (circle.group, circle.words);
    let phase = circle.content.phase(group.phase()).map_or("", |phase| &phase.name);
    let mut lines = vec![
        group.name.clone(),
        words.phase_of_group(group.phase(), phase),
        words.next_planned(group.appointment().as_ref(), circle.today()),
        String::new(),
        words.section_title(Section::People).to_owned(),
    ];
    lines.extend(
        group
            .members()
            .map(|person| format!("- {}, {}", circle.name(person.id), circle.relation(person.id))),
    );
    lines.extend([String::new(), words.goals().to_owned()]);
    for term in [Term::Short, Term::Long] {
        lines.extend(group.open_goals(term).zip(1..).map(|(goal, nr)| {
            format!("- {}: {}", words.goal_label(term, nr), words.or_wordless(&goal.text))
        }));
    }
    lines.extend([String::new(), words.open_agreements(open(group))]);
    lines.extend(group.agreements.iter().filter(|one| one.open()).map(|agreement| {
        let who: Vec<String> = agreement.who.iter().map(|id| circle.name(*id)).collect();
        let when = agreement.when.as_ref().map(|when| words.long_when(when));
        let said = std::iter::once(agreement.text.clone()).chain([who.join(", ")]).chain(when);
        let said: Vec<String> = said.filter(|it| !it.is_empty()).collect();
        format!("- {}", said.join(" · "))
    }));
    lines.extend([String::new(), words.meetings().to_owned()]);
    lines.extend(group.meetings.iter().map(|held| {
        format!("- {}, {}", words.long_date(held.id.date), circle.content.meeting_name(held.kind))
    }));
    lines
}

fn open(group: &Group) -> usize {
    group.agreements.iter().filter(|one| one.open()).count()
}

/// The minutes of a meeting, as they are or as they would be.
fn minutes(model: &Model, group: &Group, meeting: &Meeting) -> Vec<String> {
    let agreed = meeting.minutes.as_deref().filter(|_| meeting.finished());
    let drawn;
    let minutes = if let Some(agreed) = agreed {
        agreed
    } else {
        drawn = Minutes::draw_up(group, meeting);
        &drawn
    };
    let (content, format) = (model.content.as_ref(), export::Format::Text);
    let open = !meeting.finished();
    let text =
        export::minutes::minutes(minutes, content, model.words, format, open, &meeting.reopened);
    text.lines().map(str::to_owned).collect()
}
