//! `kring list`: every group on a line.

use chrono::NaiveDate;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::{Answer, Failure, REFUSED, Shell};
use crate::content::Content;
use crate::domain::group::Group;
use crate::domain::phase::Step;
use crate::harmless;
use crate::store::document::BrokenFile;
use crate::store::open::Opened;
use crate::words::Words;

/// A group in a list. The names are relied on by scripts.
#[derive(Debug, Serialize)]
struct Row {
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

impl Row {
    fn of(slug: String, group: &Group, today: NaiveDate) -> Self {
        Self {
            slug,
            name: Some(harmless::line(&group.name).into_owned()),
            phase: Some(group.phase().number()),
            steps_done: Some(group.steps_done()),
            next: group.appointment().map(|next| next.date),
            open_agreements: Some(group.agreements.iter().filter(|one| one.open()).count()),
            unfinished: group.unfinished().is_some(),
            late: Some(group.late(today).len()),
            error: None,
        }
    }

    fn broken(slug: String, error: String) -> Self {
        Self {
            slug,
            name: None,
            phase: None,
            steps_done: None,
            next: None,
            open_agreements: None,
            unfinished: false,
            late: None,
            error: Some(error),
        }
    }
}

/// A group that was opened, or why it was not.
type Looked = (String, Result<Opened, BrokenFile>);

impl Shell {
    pub(super) fn list(&self, json: bool) -> Result<Answer, Failure> {
        let (store, words) = (self.store()?, self.words);
        let look = |slug: String| (slug.clone(), store.look(&slug));
        let looked: Vec<Looked> = store.slugs().into_iter().map(look).collect();
        let text = if json { self.as_json(&looked)? } else { self.as_lines(&looked)? };
        let mut answer = Answer::said(text);
        for (_, opened) in &looked {
            match opened {
                Ok(opened) => answer = answer.doubting(opened, words),
                Err(broken) => {
                    answer.errors.push(words.located(broken));
                    words.broken_hint().clone_into(&mut answer.hint);
                    answer.code = REFUSED;
                }
            }
        }
        Ok(answer)
    }

    fn as_json(&self, looked: &[Looked]) -> Result<String, Failure> {
        let today = self.today()?;
        let rows: Vec<Row> = looked
            .iter()
            .map(|(slug, opened)| match opened {
                Ok(opened) => Row::of(slug.clone(), &opened.dossier.group, today),
                Err(broken) => Row::broken(slug.clone(), self.words.located(broken)),
            })
            .collect();
        let text = serde_json::to_string_pretty(&rows);
        Ok(format!("{}\n", text.map_err(|_| Failure::own_defect(self.words))?))
    }

    fn as_lines(&self, looked: &[Looked]) -> Result<String, Failure> {
        let words = self.words;
        if looked.is_empty() {
            return Ok(format!("{} {}\n", words.no_groups(), words.no_groups_hint()));
        }
        let lines = Lines { words, content: self.content()?, today: self.today()? };
        let cells: Vec<Vec<String>> = looked
            .iter()
            .map(|(slug, opened)| match opened {
                Ok(opened) => lines.cells(&opened.dossier.group),
                Err(broken) => vec![slug.clone(), words.does_not_open(&words.broken(broken))],
            })
            .collect();
        Ok(aligned(&cells))
    }
}

/// What the lines of the list are written with.
struct Lines {
    words: Words,
    content: Content,
    today: NaiveDate,
}

impl Lines {
    fn cells(&self, group: &Group) -> Vec<String> {
        let words = self.words;
        let phase = group.phase();
        let phase_name = self.content.phase(phase).map_or("", |text| &text.name);
        let open = group.agreements.iter().filter(|agreement| agreement.open()).count();
        let mut cells = vec![
            harmless::line(&group.name).into_owned(),
            words.numbered_phase(phase.number(), phase_name),
            words.steps_of(group.steps_done(), Step::ALL.len()),
            self.next(group),
            words.open_agreements(open),
        ];
        let late = words.late_in_column(&group.late(self.today));
        if !late.is_empty() {
            cells.push(format!("{}: {late}", words.late_column()));
        }
        if group.unfinished().is_some() {
            cells.push(words.meeting_unfinished().to_owned());
        }
        cells
    }

    fn next(&self, group: &Group) -> String {
        let Some(next) = group.appointment() else {
            return self.words.nothing_planned().to_owned();
        };
        let date = self.words.short_date(next.date, self.today);
        format!("{date}, {}", self.words.distance(next.date, self.today))
    }
}

/// Cells under each other, two spaces apart; what ends a row may be as long as it is.
fn aligned(rows: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|cells| cells.split_last()?.1.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let line = |cells: &Vec<String>| {
        let padded = cells.iter().enumerate().map(|(column, cell)| {
            let spare = width(column).saturating_sub(cell.width());
            format!("{cell}{}", " ".repeat(spare))
        });
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
