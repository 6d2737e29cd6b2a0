//! `kring show`: where a group stands.

mod dossier;
mod json;

use clap::ArgMatches;
use unicode_width::UnicodeWidthStr;

use self::json::GroupJson;
use super::arguments::{self, flag, text};
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::Shell;
use crate::domain::agreement::Agreement;
use crate::domain::approval::MinutesState;
use crate::domain::goal::Term;
use crate::domain::held::Course;
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, PersonKind, Role};
use crate::domain::phase::Step;
use crate::domain::texts::GroupText;
use crate::sanitize;
use crate::view::agreement::doers;
use crate::view::group_view::GroupView;
use crate::words::{Words, capital};

pub(super) static COMMAND: Command = Command {
    name: "show",
    usage: |words| format!("kring show {} [--json]", words.arg_group()),
    about: Words::about_show,
    more: Words::more_show,
    arguments: |words| vec![arguments::group(words), flag("json", words.help_json())],
    reads_sealed: arguments::names_sealed_group,
    run,
};

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let slug = shell.find_group(text(given, "group"))?;
    let opened = shell.open_read_only(&slug)?;
    let context = shell.view_context()?;
    let view = context.view(&opened.dossier.group);
    let text = if given.get_flag("json") {
        let group = GroupJson::of(&view, &opened.dossier, &slug);
        let text = serde_json::to_string_pretty(&group);
        format!("{}\n", text.map_err(|_| Failure::own_defect(shell.words))?)
    } else {
        Report { view }.text()
    };
    Ok(CommandOutput::printing(text).with_doubts(&opened, shell.words))
}

/// The text about a group, part by part.
struct Report<'a> {
    view: GroupView<'a>,
}

/// A label and its text.
type Fact = (String, String);

impl Report<'_> {
    fn text(&self) -> String {
        let parts = [
            Some(self.head()),
            self.late(),
            Some(self.members()),
            self.asking(),
            self.sociogram(),
            Some(self.goals()),
            Some(self.agreements()),
            self.plan(),
            Some(self.arrangements()),
            self.reorientation(),
            Some(self.meetings()),
            Some(self.steps()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn head(&self) -> String {
        let (group, words) = (self.view.group, self.view.words);
        let phase = group.phase();
        let name = self.view.phase_name();
        let phase = words.phase_line(phase.number(), name, group.steps_done(), Step::ALL.len());
        let roles = Role::ALL.iter().copied().filter_map(|role| {
            let holder = self.member(group.roles.holder(role)?)?;
            Some((capital(&sanitize::line(&self.view.role(role))), holder))
        });
        let mut facts: Vec<Fact> = roles.collect();
        facts.push((
            words.how_often().to_owned(),
            words.frequency_so_far(group.frequency, group.frequency_is_chosen()),
        ));
        facts.push((words.next_time().to_owned(), self.next()));
        format!("{}\n{phase}\n\n{}", sanitize::line(&group.name), columns(&facts))
    }

    /// The name of a member; `None` for somebody who is not one.
    fn member(&self, id: PersonId) -> Option<String> {
        let person = self.view.group.person(id).filter(|person| person.joins())?;
        Some(self.called(person))
    }

    /// The name, or the kind of person without one.
    fn called(&self, person: &Person) -> String {
        match person.name.trim() {
            "" => self.view.words.person_kind(person.kind).to_owned(),
            name => sanitize::line(name).into_owned(),
        }
    }

    fn next(&self) -> String {
        let words = self.view.words;
        let Some(next) = self.view.group.appointment() else {
            return words.nothing_planned().to_owned();
        };
        let date = words.short_date(next.date, self.view.day);
        let mut said = vec![date, words.distance(next.date, self.view.day)];
        said.extend(next.time.map(|time| words.said_time(time)));
        said.extend(Some(sanitize::line(next.place.trim()).into_owned()));
        said.retain(|piece| !piece.is_empty());
        said.join(", ")
    }

    fn members(&self) -> String {
        let facts: Vec<Fact> = self
            .view
            .group
            .members()
            .map(|person| {
                let relation = match person.relation.trim() {
                    "" => self.view.words.person_kind(person.kind).to_owned(),
                    relation => sanitize::line(relation).into_owned(),
                };
                let core = person.core && person.kind != PersonKind::Client;
                let core = core.then(|| self.view.words.in_fixed_core().to_owned());
                let contact: Vec<&str> = person.contact.split_whitespace().collect();
                let contact = sanitize::line(&contact.join(" ")).into_owned();
                let said = std::iter::once(relation).chain(core).chain([contact]);
                (
                    self.called(person),
                    said.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
                )
            })
            .collect();
        part(self.view.words.heading_members(), &facts, self.view.words.no_members())
    }

    fn goals(&self) -> String {
        let words = self.view.words;
        let open = |term| self.view.group.open_goals(term).zip(1..);
        let goals = open(Term::Short).chain(open(Term::Long));
        let facts: Vec<Fact> = goals
            .map(|(goal, number)| {
                let state = words.goal_state(goal.state);
                let mut said = vec![state.to_owned()];
                let about = goal.dimensions.iter().map(|it| words.dimension(*it).to_owned());
                said.extend(about);
                let due = self.view.group.date(GroupText::GoalDue(goal.id));
                said.extend(
                    due.map(|day| format!("{} {}", words.hoped_by(), words.long_date(day))),
                );
                let text = format!("{} ({})", sanitize::line(&goal.text), said.join(", "));
                (words.goal_label(goal.term, number), text)
            })
            .collect();
        part(words.heading_goals(), &facts, words.no_goals())
    }

    fn agreements(&self) -> String {
        let open = self.view.group.agreements.iter().filter(|agreement| agreement.open());
        let facts: Vec<Fact> = open.map(|agreement| self.agreement(agreement)).collect();
        part(self.view.words.heading_agreements(), &facts, self.view.words.nothing_open())
    }

    fn agreement(&self, agreement: &Agreement) -> Fact {
        let words = self.view.words;
        let who = match doers(&self.view, &agreement.who, agreement.everybody) {
            names if names.is_empty() => words.nobody_named().to_owned(),
            names => sanitize::line(&names).into_owned(),
        };
        let mut said = sanitize::line(&agreement.text).into_owned();
        let when = agreement.when.as_ref().map(|when| words.when(when, self.view.day));
        let outcome = agreement.outcome().map(|outcome| words.outcome(Some(outcome)).to_owned());
        let known: Vec<String> = when.into_iter().chain(outcome).collect();
        if !known.is_empty() {
            said = format!("{said} ({})", known.join(", "));
        }
        (who, said)
    }

    fn meetings(&self) -> String {
        let words = self.view.words;
        let facts: Vec<Fact> = self
            .view
            .group
            .meetings
            .iter()
            .map(|held| {
                let kind = self.view.content.meeting_name(held.kind);
                let open = format!("{kind}, {}", words.meeting_unfinished());
                let lasted = held.lasted.map(|minutes| words.minutes(i64::from(minutes)));
                let held_all = [Some(kind.to_owned()), lasted].into_iter().flatten();
                let said = held_all.collect::<Vec<_>>().join(", ");
                let said = match held {
                    held if held.course == Course::Cancelled => {
                        format!("{kind}, {}", words.cancelled())
                    }
                    held if held.finished && held.minutes_state() != MinutesState::Set => {
                        let state = words.minutes_state(held.minutes_state(), &self.view.client());
                        format!("{said}, {}", sanitize::line(&state))
                    }
                    held if held.finished => said,
                    _ => open,
                };
                (words.dated(held.day()), said)
            })
            .collect();
        part(words.heading_meetings(), &facts, words.no_meetings())
    }
}

/// A heading with its facts, or with a sentence when there are none.
fn part(heading: &str, facts: &[Fact], none: &str) -> String {
    if facts.is_empty() {
        format!("{heading}\n  {none}\n")
    } else {
        format!("{heading}\n{}", columns(facts))
    }
}

/// The widest that the column of labels gets, in columns of the terminal.
const WIDEST: usize = 60;

/// The facts as lines in two columns.
fn columns(facts: &[Fact]) -> String {
    let widest = facts.iter().map(|(label, _)| label.width().min(WIDEST)).max().unwrap_or(0);
    let line = |(label, value): &Fact| {
        let spare = " ".repeat(widest.saturating_sub(label.width()));
        format!("{}\n", format!("  {label}{spare}  {value}").trim_end())
    };
    facts.iter().map(line).collect()
}
