//! `kring list`: every group on a line.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::arguments::flag;
use super::command::Command;
use super::output::{CommandOutput, Failure};
use super::shell::{Shell, ViewContext};
use crate::domain::phase::Step;
use crate::sanitize;
use crate::store::document::BrokenFile;
use crate::view::summary::GroupSummary;
use crate::words::Words;

pub(super) static COMMAND: Command = Command {
    name: "list",
    usage: |_| "kring list [--json]".to_owned(),
    about: Words::about_list,
    more: Words::more_list,
    arguments: |words| vec![flag("json", words.help_json())],
    reads_sealed: |_| true,
    run,
};

/// A group by its slug: its summary, or why it cannot be opened.
type Listed = (String, Result<GroupSummary, BrokenFile>);

fn run(shell: &mut Shell, given: &ArgMatches) -> Result<CommandOutput, Failure> {
    let (store, words) = (shell.store()?, shell.words);
    let context = shell.view_context()?;
    let slugs = store.slugs();
    let looked = store.survey(
        &slugs,
        || true,
        |_, opened| {
            let said = match &opened {
                Ok(opened) => CommandOutput::default().with_doubts(opened, words),
                Err(broken) => Failure::broken(broken, words).into(),
            };
            let summary = opened.map(|it| GroupSummary::of(&context.view(&it.dossier.group)));
            (summary, said)
        },
    );
    let (summaries, said): (Vec<_>, Vec<_>) = looked.into_iter().unzip();
    let groups: Vec<Listed> = slugs.into_iter().zip(summaries).collect();
    let answer = said.into_iter().fold(CommandOutput::default(), CommandOutput::followed_by);
    let text =
        if given.get_flag("json") { as_json(groups, words)? } else { as_lines(&groups, &context) };
    Ok(CommandOutput { output: text.into(), ..answer })
}

/// A group in JSON. Scripts rely on the names of the fields.
#[derive(Debug, Default, Serialize)]
struct GroupRow {
    slug: String,
    name: Option<String>,
    phase: Option<u8>,
    steps_done: Option<usize>,
    next: Option<NaiveDate>,
    open_agreements: Option<usize>,
    unfinished: bool,
    late: Option<usize>,
    error: Option<String>,
}

impl GroupRow {
    fn of((slug, summary): Listed, words: Words) -> Self {
        match summary {
            Ok(summary) => Self {
                slug,
                name: Some(sanitize::line(&summary.name).into_owned()),
                phase: Some(summary.phase.number()),
                steps_done: Some(summary.steps_done),
                next: summary.next,
                open_agreements: Some(summary.open_agreements),
                unfinished: summary.unfinished,
                late: Some(summary.late.len()),
                error: None,
            },
            Err(broken) => Self { slug, error: Some(words.located(&broken)), ..Self::default() },
        }
    }
}

fn as_json(groups: Vec<Listed>, words: Words) -> Result<String, Failure> {
    let rows: Vec<GroupRow> = groups.into_iter().map(|group| GroupRow::of(group, words)).collect();
    let text = serde_json::to_string_pretty(&rows);
    Ok(format!("{}\n", text.map_err(|_| Failure::own_defect(words))?))
}

fn as_lines(groups: &[Listed], context: &ViewContext) -> String {
    let words = context.words;
    if groups.is_empty() {
        return format!("{} {}\n", words.no_groups(), words.no_groups_hint());
    }
    let rows: Vec<Vec<String>> = groups
        .iter()
        .map(|(slug, summary)| match summary {
            Ok(summary) => cells(summary, context),
            Err(broken) => vec![slug.clone(), words.does_not_open(&words.broken(broken))],
        })
        .collect();
    aligned(&rows)
}

fn cells(summary: &GroupSummary, context: &ViewContext) -> Vec<String> {
    let words = context.words;
    let phase_name = context.content.phase(summary.phase).map_or("", |text| &text.name);
    let next = summary.next.map_or_else(
        || words.nothing_planned().to_owned(),
        |day| {
            let date = words.short_date(day, context.today);
            format!("{date}, {}", words.distance(day, context.today))
        },
    );
    let mut cells = vec![
        sanitize::line(&summary.name).into_owned(),
        words.numbered_phase(summary.phase.number(), phase_name),
        words.steps_of(summary.steps_done, Step::ALL.len()),
        next,
        words.open_agreements(summary.open_agreements),
    ];
    let late = words.late_in_column(&summary.late);
    if !late.is_empty() {
        cells.push(format!("{}: {late}", words.late_column()));
    }
    if summary.unfinished {
        cells.push(words.meeting_unfinished().to_owned());
    }
    cells
}

/// Rows as lines whose cells are aligned in columns, two spaces apart. The last cell of a row does
/// not widen its column.
fn aligned(rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for cells in rows {
        let inner = cells.split_last().map_or(&[][..], |(_, inner)| inner);
        widths.resize(widths.len().max(inner.len()), 0);
        for (width, cell) in widths.iter_mut().zip(inner) {
            *width = cell.width().max(*width);
        }
    }
    let line = |cells: &Vec<String>| {
        let padded = cells.iter().enumerate().map(|(column, cell)| {
            let width = widths.get(column).copied().unwrap_or(0);
            let spare = width.saturating_sub(cell.width());
            format!("{cell}{}", " ".repeat(spare))
        });
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
