//! What the line of an agreement means: who does it, when, for which goal, and the sentence that is left.

use std::ops::Range;

use super::calling::Place;
use super::dates::{self, LineRead, Said};
use super::mention::{
    Context, MENTION, NameFound, Piece, everybody_at, is_possessive, mention, people_at,
    somebody_else,
};
use super::outsider;
use super::reading::{Understood, WordsRead};
use super::sentence::{self, is_filler};
use super::when::Unsettled;

/// What a line means, without its sign, and which of its words say so.
pub(super) fn understand(words: &str, context: &Context) -> (Understood, WordsRead) {
    let (mut understood, mut read) = (Understood::default(), WordsRead::default());
    let mut pieces = split(words, context);
    let is_given = pieces.iter().any(|(_, piece)| matches!(piece, Piece::When(..)));
    let day = if is_given {
        LineRead::default()
    } else {
        dates::in_line(words, context.today, &context.names())
    };
    let cuts = settle(&day, words, context, &mut understood, &mut read);
    let is_open = understood.when.is_none() && !matches!(understood.unsettled, Unsettled::Words);
    for day in if is_open { &day.words } else { &cuts } {
        take_out(words, day, is_open, &mut pieces);
    }
    let rest = sentence::Rest::new(words, &day, !cuts.is_empty(), |text| {
        let names = leading_names(text, context, Place::Announced);
        names.found.len() > 1 || everybody_at(names.rest).is_some()
    });
    if !pieces.iter().any(|(_, piece)| piece.names_somebody()) {
        name_doers(&rest, context, &mut understood, &mut read);
    }
    let (joined_before, joined_behind) = joined_names(&pieces, context);
    for (found, name) in joined_before {
        found.add_to(&mut understood, &mut read, name);
    }
    let spoken = spoken_until(&pieces);
    let mut what = String::new();
    for (nr, (_, piece)) in pieces.into_iter().enumerate() {
        let within = spoken.is_some_and(|last| nr <= last);
        match piece {
            Piece::Words(words) if within || is_mention(words) => what.push_str(words),
            Piece::Words(_) => {}
            Piece::OpenDay(words) => what.push_str(words),
            Piece::Person(found, name) => {
                if within {
                    what.push_str(name);
                }
                found.add_to(&mut understood, &mut read, name);
            }
            Piece::Everybody(name) => {
                if within {
                    what.push_str(name);
                }
                understood.everybody = true;
            }
            Piece::Goal(id, label) => {
                understood.goal = Some(id);
                label.clone_into(&mut read.goal);
            }
            Piece::When(when, day) => {
                understood.when = Some(when);
                day.clone_into(&mut read.when);
            }
        }
    }
    for (found, name) in joined_behind {
        found.add_to(&mut understood, &mut read, name);
    }
    understood.what = rest.sentence(&what, |text| subject(text, context));
    (understood, read)
}

/// Names with the words they stand in.
type Names<'a> = Vec<(NameFound, &'a str)>;

/// The names without an `@` that are joined to one with it, before and behind that: "Ayla en @Lot bellen",
/// "@Piet en Sanne koken".
fn joined_names<'a>(pieces: &[(usize, Piece<'a>)], context: &Context) -> (Names<'a>, Names<'a>) {
    let (mut before, mut behind) = (Names::new(), Names::new());
    if let [(_, Piece::Words(words)), (_, Piece::Person(..)), ..] = pieces {
        let names = leading_names(words, context, Place::Announced);
        let joint = words[names.end..].trim_end_matches(MENTION).trim();
        if matches!(joint, "en" | "and" | "&" | "+" | "," | ", en") {
            before = names.found;
        }
    }
    let at = pieces.iter().position(|(_, piece)| matches!(piece, Piece::Person(..)));
    if let Some((_, Piece::Words(words))) = at.and_then(|at| pieces.get(at + 1)) {
        let words = words.trim_start();
        let joint = ["en ", "and ", "& ", "+ "].iter().find_map(|word| words.strip_prefix(word));
        if let Some(others) = joint {
            behind = leading_names(others, context, Place::Announced).found;
        }
    }
    (before, behind)
}

/// Takes over what a line says of when. Returns the words that are cut out of the sentence.
fn settle(
    day: &LineRead,
    words: &str,
    context: &Context,
    understood: &mut Understood,
    read: &mut WordsRead,
) -> Vec<Range<usize>> {
    let said: Vec<&str> = day.words.iter().map(|range| words[range.clone()].trim()).collect();
    let said = said.join(" ");
    match &day.said {
        Said::Nothing => return Vec::new(),
        Said::Words => {
            understood.unsettled = Unsettled::Words;
            return Vec::new();
        }
        Said::When(when) => understood.when = Some(when.clone()),
        Said::Doubt(doubt) => {
            understood.when =
                context.day_chosen(&said).filter(|when| doubt.readings.contains(when));
            understood.unsettled = Unsettled::Doubt(doubt.clone());
        }
    }
    read.when = said;
    if understood.when.is_some() { day.words.clone() } else { Vec::new() }
}

/// Takes the words of a day out of the pieces of a line; of a day that is open they become a piece of their
/// own.
fn take_out<'a>(
    line: &'a str,
    day: &Range<usize>,
    is_open: bool,
    pieces: &mut Vec<(usize, Piece<'a>)>,
) {
    let holds = |(start, piece): &(usize, Piece<'_>)| match piece {
        Piece::Words(words) => *start <= day.start && day.end <= start + words.len(),
        _ => false,
    };
    let Some(nr) = pieces.iter().position(holds) else { return };
    let (start, Piece::Words(words)) = pieces[nr] else { return };
    let (before, after) = (&words[..day.start - start], &words[day.end - start..]);
    let open = is_open.then(|| (day.start, Piece::OpenDay(&line[day.clone()])));
    let parts = [(start, Piece::Words(before))].into_iter().chain(open);
    pieces.splice(nr..=nr, parts.chain([(day.end, Piece::Words(after))]));
}

/// The last piece that belongs to the sentence; what stands behind it is mentioned and not said.
fn spoken_until(pieces: &[(usize, Piece<'_>)]) -> Option<usize> {
    pieces.iter().rposition(|(_, piece)| match piece {
        Piece::Words(words) => !words.trim_matches(is_filler).is_empty() && !is_mention(words),
        _ => false,
    })
}

/// A mention that was not understood, such as "@31 feb", ends the sentence as one that was.
fn is_mention(words: &str) -> bool {
    words.trim_start().starts_with(MENTION)
}

/// Who does what a line says, when nobody is named after an `@`: by whom it is done, or the names with which
/// it begins or that stand behind the verb where the day is in front, or those beside it.
fn name_doers(
    rest: &sentence::Rest<'_>,
    context: &Context,
    understood: &mut Understood,
    read: &mut WordsRead,
) {
    let mut names = Vec::new();
    if let Some((text, is_somebody)) = rest.agent() {
        names = leading_names(text, context, Place::Announced).found;
        if names.is_empty() && is_somebody {
            return;
        }
    } else if rest.is_passive() {
        return;
    }
    if names.is_empty() {
        let (text, place) = rest.behind_day();
        let leading = leading_names(text, context, place);
        understood.everybody = everybody_at(leading.rest).is_some();
        let only = leading.found.first().filter(|_| leading.found.len() == 1);
        let is_object = place == Place::Front
            && only.is_some_and(|(name, _)| name.is_certain())
            && dates::Language::begins_with_infinitive(&text[leading.end..]);
        if is_object {
            return;
        }
        names = leading.found;
        if names.is_empty() && !understood.everybody {
            names = names_beside(text, context);
        }
    }
    let (open, known): (Vec<_>, Vec<_>) = names.into_iter().partition(|(found, _)| found.is_open());
    for (found, name) in known.into_iter().chain(open) {
        found.add_to(understood, read, name);
    }
}

/// The names that stand beside what is to be done: "huisarts bellen (Sanne)", "gesprek, Karin gaat mee".
fn names_beside<'a>(text: &'a str, context: &Context) -> Names<'a> {
    for (at, sign) in text.match_indices(['(', ',']) {
        let tail = text[at + sign.len()..].trim_start();
        let (tail, is_closed) = match tail.split_once(')').filter(|_| sign == "(") {
            Some((inside, _)) => (inside, true),
            None => (tail, false),
        };
        let names = leading_names(tail, context, Place::Front);
        let behind = tail[names.end..].trim_start();
        let next = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if !names.found.is_empty()
            && (is_closed && behind.is_empty()
                || names.found.len() > 1 && !behind.is_empty()
                || dates::Language::is_verb_in_any(next))
        {
            return names.found;
        }
    }
    Vec::new()
}

/// The length of the people with whom a text begins, as the subject of its sentence.
fn subject(text: &str, context: &Context) -> Option<usize> {
    let names = leading_names(text, context, Place::Announced);
    if names.found.is_empty() { everybody_at(text) } else { Some(names.end) }
}

/// The names with which a text begins.
struct LeadingNames<'a> {
    found: Names<'a>,
    /// Where the last of them ends, in bytes of the text.
    end: usize,
    /// What follows the word that joins them to a last one.
    rest: &'a str,
}

/// The members with whose names an agreement begins, for lines without a person after an `@`:
/// "Karin en Piet halen …".
fn leading_names<'a>(words: &'a str, context: &Context, place: Place) -> LeadingNames<'a> {
    let mut found = Vec::new();
    let mut end = 0;
    let mut rest = words;
    let mut is_joined = false;
    let place_of = |is_joined| if is_joined { Place::Announced } else { place };
    while let Some((length, name)) = people_at(rest, context, place_of(is_joined)) {
        // "Piet's broer" is somebody of theirs; whoever that is, is not known here.
        let (called, behind) = rest.split_at(length);
        let is_other = || outsider::is_other(called, behind, place_of(is_joined), context);
        if is_possessive(behind) || !name.is_open() && is_other() {
            break;
        }
        found.push((name, &rest[..length]));
        end = words.len() - rest.len() + length;
        let after = rest[length..].trim_start();
        let and = ["en ", "and ", "& ", "+ "].iter().find_map(|word| after.strip_prefix(word));
        is_joined = and.is_some();
        match and.or_else(|| after.strip_prefix(',')) {
            Some(next) => rest = next.trim_start(),
            None => return LeadingNames { found, end, rest: "" },
        }
    }
    let other =
        rest.split_whitespace().next().filter(|_| is_joined && everybody_at(rest).is_none());
    if let Some(word) = other {
        found.push((somebody_else(context), word));
        end = words.len() - rest.len() + outsider::whole_name(rest, context);
    }
    LeadingNames { found, end, rest }
}

/// The pieces of a line, each with the byte at which it begins.
fn split<'a>(words: &'a str, context: &Context) -> Vec<(usize, Piece<'a>)> {
    let mut pieces = Vec::new();
    let (mut begin, mut from) = (0, 0);
    while let Some(sign) = words.get(from..).and_then(|tail| tail.find(MENTION)) {
        let at = from + sign;
        let named = at + MENTION.len_utf8();
        match mention(&words[named..], context) {
            Some((length, piece)) => {
                pieces.push((begin, Piece::Words(&words[begin..at])));
                pieces.push((named, piece));
                (begin, from) = (named + length, named + length);
            }
            // An `@` without a known name remains part of the text.
            None => from = named,
        }
    }
    pieces.push((begin, Piece::Words(&words[begin..])));
    pieces
}

#[cfg(test)]
mod tests;
