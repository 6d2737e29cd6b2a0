//! What must be readable on a screen, computed from the dossier, the words and the clock by obvious
//! models, and never by the code that draws: a screen that leaves something out, shows it in
//! another order or for another group fails here.

use std::ops::Range;

use chrono::{NaiveTime, TimeDelta};
use kring::content::Content;
use kring::domain::agreement::Agreement;
use kring::domain::approval::MinutesState;
use kring::domain::attendance::Presence;
use kring::domain::goal::Term;
use kring::domain::group::Group;
use kring::domain::hour::{HourEvent, Moment};
use kring::domain::ids::PersonId;
use kring::domain::meeting::{Meeting, Place};
use kring::domain::naming;
use kring::domain::notes::{self, NoteLine};
use kring::domain::person::{MeetingRole, Person, PersonKind};
use kring::domain::phase::{Phase, Step};
use kring::domain::section::Section;
use kring::domain::structure::{ItemKind, MeetingKind};
use kring::store::folder::slug_of;
use kring::words::Words;

use crate::screens::picture::Picture;
use crate::screens::play::{Player, Shown};
use crate::screens::reading::{Drawn, drawn};

/// The column at which the rows of every list begin, and what stands above the left column.
const LIST: u16 = 2;
/// Rows above the body, and below it.
const HEAD: u16 = 2;
const FOOT: u16 = 3;

/// What must be readable and is not, each in a sentence.
pub(crate) fn unread(player: &Player, picture: &Picture) -> Vec<String> {
    let mut unread = title(picture, &titles(player));
    if let Some(said) = player.model().session.notice.as_deref().filter(|it| is_plain(it)) {
        unread.extend(notice(picture, said));
    }
    if player.is_covered() {
        return unread;
    }
    match player.shown() {
        Shown::Home(filter) => unread.extend(home(player, picture, &filter)),
        Shown::Group => unread.extend(in_order(picture, LIST, body(picture), &overview(player))),
        Shown::Dossier(section) => {
            let lines = entries(player, section);
            unread.extend(in_order(picture, LIST, body(picture), &lines));
        }
        Shown::Meeting => unread.extend(meeting(player, picture)),
        Shown::Week => {}
    }
    unread
}

/// The rows between title and message.
fn body(picture: &Picture) -> Range<u16> {
    HEAD..picture.height() - FOOT
}

/// Whether a text begins at a place: all of it, or at least its first letters and a `»`.
fn reads(picture: &Picture, text: &str, x: u16, y: u16) -> bool {
    let first = text.trim().chars().take(6).collect::<String>();
    let begun = u16::try_from(first.chars().count()).unwrap_or(0);
    match drawn(picture, text, x, y) {
        Drawn::Whole => true,
        Drawn::Announced => {
            picture.piece(x, x + begun, y) == first || picture.symbol(x + begun, y) == "»"
        }
        Drawn::Other | Drawn::Cut(_) => false,
    }
}

/// Texts that stand below one another in a list. What is in sight is a part of it without a gap,
/// and a sign says so where it goes on.
fn in_order(picture: &Picture, x: u16, rows: Range<u16>, lines: &[String]) -> Vec<String> {
    let mut from = rows.start;
    let mut seen = Vec::new();
    for line in lines {
        let at = (from..rows.end).find(|y| reads(picture, line, x, *y));
        if let Some(y) = at {
            from = y + 1;
        }
        seen.push(at.is_some());
    }
    let first = seen.iter().position(|it| *it).unwrap_or(seen.len());
    let last = seen.iter().rposition(|it| *it).unwrap_or(0);
    let says = |sign: &str| rows.clone().any(|y| picture.row(y).contains(sign));
    let mut unread = Vec::new();
    if first == lines.len() && !lines.is_empty() {
        unread.push(format!("nothing of {lines:?} can be read"));
        return unread;
    }
    if first > 0 && !says("«") {
        unread.push(format!("{:?} is above, and no « says so", lines[first - 1]));
    }
    if last + 1 < lines.len() && !says("»") {
        unread.push(format!("{:?} is below, and no » says so", lines[last + 1]));
    }
    let gap = (first..last).find(|nr| !seen[*nr]);
    unread.extend(gap.map(|nr| format!("{:?} is not between its neighbours", lines[nr])));
    unread
}

/// The top row: what is shown, what is left of the hour, and how safe it is. Only the first may be
/// cut.
fn title(picture: &Picture, texts: &[String]) -> Vec<String> {
    let row = picture.row(0);
    let mut unread = Vec::new();
    for (nr, text) in texts.iter().filter(|text| !text.is_empty()).enumerate() {
        let there = if nr == 0 { reads(picture, text, 1, 0) } else { row.contains(text.as_str()) };
        if !there {
            unread.push(format!("the title does not say {text:?}"));
        }
    }
    unread
}

/// What stands in the title, from left to right.
fn titles(player: &Player) -> Vec<String> {
    let model = player.model();
    let words = model.session.words;
    let name = || model.session.group().map_or_else(String::new, |group| group.name.clone());
    let mut titles =
        match (player.shown(), model.session.group(), model.front.meeting(&model.session)) {
            (Shown::Home(_), ..) => vec![words.groups().to_owned()],
            (Shown::Week, ..) => vec![words.my_week().to_owned()],
            (Shown::Group, ..) => vec![name()],
            (Shown::Dossier(section), ..) => {
                vec![format!(
                    "{} · {}",
                    name(),
                    section_title(words, &model.session.content, section)
                )]
            }
            (Shown::Meeting, Some(group), Some(meeting)) => {
                let number = words.meeting_number(number(group, meeting));
                vec![
                    format!("{} · {number}", group.name),
                    hour(words, meeting, model.session.now.wall),
                ]
            }
            (Shown::Meeting, ..) => Vec::new(),
        };
    // Names nobody can pronounce are shown otherwise; that is looked at elsewhere.
    titles.retain(|title| is_plain(title));
    if player.is_losing() {
        titles.push(words.unsaved_alarm().to_owned());
    }
    titles
}

fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| !letter.is_control() && u32::from(letter) < 0x100)
}

fn section_title(words: Words, content: &Content, section: Section) -> String {
    match section {
        Section::Phase(phase) => {
            words.phase_of_group(phase, content.phase(phase).map_or("", |text| &text.name))
        }
        section => words.section_title(section).to_owned(),
    }
}

/// Which meeting of the group it is, by date.
fn number(group: &Group, meeting: &Meeting) -> usize {
    let mut held: Vec<_> = group.meetings.iter().map(|held| held.id).collect();
    held.sort_unstable();
    held.iter().position(|id| *id == meeting.id).map_or(0, |at| at + 1)
}

/// What the title says of the hour.
fn hour(words: Words, meeting: &Meeting, now: Moment) -> String {
    let began = meeting.hour.iter().any(|event| matches!(event, HourEvent::Started(_)));
    if meeting.finished() {
        return words.finished().to_owned();
    }
    if !meeting.reopened.is_empty() {
        return words.reopened_title().to_owned();
    }
    if !began {
        let waits =
            if meeting.afterwards { words.written_afterwards() } else { words.hour_waits() };
        return waits.to_owned();
    }
    let left = 60 - whole_minutes(&meeting.hour, now);
    let pauses = meeting.hour.iter().rev().find_map(|event| match event {
        HourEvent::Paused(_) => Some(true),
        HourEvent::Resumed(_) | HourEvent::Started(_) => Some(false),
        _ => None,
    });
    if pauses == Some(true) { words.paused(left) } else { words.remaining(left) }
}

/// The whole minutes of the hour that went by, counted second by second: the clock runs between
/// start, pauses and end, and what a jump skipped counts unless it was taken off.
fn whole_minutes(events: &[HourEvent], now: Moment) -> i64 {
    let (mut seconds, mut running) = (0, false);
    let mut clock: Option<Moment> = None;
    let mut run = |clock: &mut Option<Moment>, until: Moment, counts: bool| {
        let mut at = clock.unwrap_or(until);
        while at + TimeDelta::seconds(1) <= until {
            at += TimeDelta::seconds(1);
            seconds += i64::from(counts);
        }
        *clock = Some(until);
    };
    for event in events {
        match *event {
            HourEvent::Started(at) | HourEvent::Resumed(at) => {
                run(&mut clock, at, running);
                running = true;
            }
            HourEvent::Paused(at) | HourEvent::Ended(at) => {
                run(&mut clock, at, running);
                running = false;
            }
            HourEvent::Entered { at, .. } => run(&mut clock, at, running),
            HourEvent::Jumped { from, to, counted } => {
                run(&mut clock, from, running);
                run(&mut clock, to, running && counted);
            }
        }
    }
    run(&mut clock, now, running);
    seconds / 60
}

/// What was just said is there to its last word, above the bar, or `»` stands where it ends.
fn notice(picture: &Picture, notice: &str) -> Vec<String> {
    let rows = picture.height().saturating_sub(FOOT + 3)..picture.height() - 2;
    let said = rows.map(|y| picture.row(y)).collect::<Vec<_>>().join(" ");
    let squeeze = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if squeeze(&said).contains(&squeeze(notice)) || said.trim_end().ends_with('»') {
        return Vec::new();
    }
    vec![format!("the notice {notice:?} cannot be read")]
}

/// Every group in sight with its phase, its steps and its next day, in the order of their folders.
fn home(player: &Player, picture: &Picture, filter: &str) -> Vec<String> {
    let (store, words, today) =
        (player.app.store(), player.model().session.words, player.model().session.today());
    let slugs = store.slugs();
    let mut names = Vec::new();
    let mut unread = Vec::new();
    for slug in slugs {
        let Ok(opened) = store.open_read_only(&slug) else {
            names.push(slug);
            continue;
        };
        let group = &opened.dossier.group;
        if !group.name.to_lowercase().contains(&filter.trim().to_lowercase()) {
            continue;
        }
        names.push(group.name.clone());
        unread.extend(group_row(picture, &group.name, &facts_of_group(words, group, today)));
    }
    // In order of name, as far as it is a letter or a number.
    names.sort_by_key(|name| slug_of(name));
    names.retain(|name| filter.is_empty() || name.to_lowercase().contains(&filter.to_lowercase()));
    if names.iter().all(|name| is_plain(name)) {
        unread.extend(in_order(picture, LIST, body(picture), &names));
    }
    unread
}

/// A group in sight has its facts on its own row.
fn group_row(picture: &Picture, name: &str, facts: &[String]) -> Vec<String> {
    let row = body(picture).find(|y| reads(picture, name, LIST, *y)).map(|y| picture.row(y));
    let missing = row.iter().flat_map(|row| facts.iter().filter(|fact| !row.contains(*fact)));
    missing.map(|fact| format!("{name:?} without {fact:?}")).collect()
}

/// What stands on the row of a group, besides its name.
fn facts_of_group(words: Words, group: &Group, today: chrono::NaiveDate) -> Vec<String> {
    let done = Step::ALL.iter().filter(|step| group.step_done(**step)).count();
    let next = match group.appointment() {
        _ if group.unfinished().is_some() => words.next_in_column(true, None, today),
        Some(next) => words.short_date(next.date, today),
        None => words.next_in_column(false, None, today),
    };
    vec![words.phase_number(group.phase()), format!("{done}/25"), next]
}

/// The rows of a group: where it is, when it meets, what it can do, and what it works on.
fn overview(player: &Player) -> Vec<String> {
    let model = player.model();
    let (words, content, Some(group)) =
        (model.session.words, &model.session.content, model.session.group())
    else {
        return Vec::new();
    };
    let done = |phase: Phase| Step::of(phase).filter(|step| group.step_done(*step)).count();
    let phase = section_title(words, content, Section::Phase(group.phase()));
    let all = Step::ALL.iter().filter(|step| group.step_done(**step)).count();
    let mut rows = vec![
        format!("{phase} · {}", words.steps_of(all, Step::ALL.len())),
        words.next_planned(group.appointment().as_ref(), model.session.today()),
        words.meetings().to_owned(),
    ];
    if let Some(held) = group.unfinished() {
        rows.push(words.go_on_with(content.meeting_name(held.kind), held.id.date));
    } else {
        let first =
            if group.meetings.is_empty() { MeetingKind::Start } else { MeetingKind::FollowUp };
        let others = MeetingKind::ALL.iter().copied().filter(|kind| *kind != first);
        let kinds = [first].into_iter().chain(others);
        rows.extend(kinds.map(|kind| words.begin_meeting(content.meeting_name(kind))));
    }
    rows.push(words.the_dossier().to_owned());
    for section in Section::ALL {
        let key = section.digit().map_or(String::new(), |digit| format!("{digit} "));
        rows.push(match section {
            Section::Phase(phase) => {
                let name = content.phase(phase).map_or("", |text| &text.name);
                format!("{key}{name} · {}", words.steps_of(done(phase), Step::of(phase).count()))
            }
            Section::Bin => {
                let kept = group.bin.iter().filter(|binned| binned.thing.can_return()).count();
                let count = if kept > 0 { format!(" ({kept})") } else { String::new() };
                format!("{key}{}{count}", words.section_title(section))
            }
            section => format!("{key}{}", words.section_title(section)),
        });
    }
    rows.extend([words.the_log().to_owned(), words.goals().to_owned()]);
    rows.extend(labelled_goals(words, group));
    let open = group.agreements.iter().filter(|agreement| agreement.open()).count();
    rows.push(words.open_agreements(open));
    let mut held: Vec<_> = group.meetings.iter().filter(|held| held.finished).collect();
    held.sort_by_key(|held| std::cmp::Reverse(held.id));
    let client = group.roles.client.and_then(|id| group.person(id));
    let client = client.map_or("", |client| client.name.split(' ').next().unwrap_or(""));
    rows.extend(held.iter().map(|held| {
        let how_far = match &held.approval {
            Some(approval) if approval.set.is_none() && approval.seen.is_some() => {
                format!(", {}", words.minutes_state(MinutesState::Seen, client))
            }
            Some(approval) if approval.set.is_none() => {
                format!(", {}", words.minutes_state(MinutesState::Concept, client))
            }
            _ => String::new(),
        };
        let kind = content.meeting_name(held.kind);
        format!("{}  {kind}{how_far}", words.dated(held.id.date))
    }));
    rows
}

/// By what agreements can be found: only what has any.
fn agreement_choices(words: Words, group: &Group) -> Vec<String> {
    let any = |fits: &dyn Fn(&Agreement) -> bool| group.agreements.iter().any(fits);
    let mut choices = vec![words.open_ones().to_owned()];
    if any(&|one| !one.open()) {
        choices.push(words.past_ones().to_owned());
    }
    for person in &group.people {
        if any(&|one| one.who.contains(&person.id)) {
            choices.push(naming::short_name(group, person.id));
        }
    }
    if any(&|one| one.everybody) {
        choices.push(words.everybody().to_owned());
    }
    for term in [Term::Short, Term::Long] {
        let open = group.goals.iter().filter(|goal| goal.term == term && goal.state.open());
        for (nr, goal) in (1..).zip(open) {
            if any(&|one| one.goal == Some(goal.id)) {
                choices.push(words.goal_label(term, nr));
            }
        }
    }
    let mut meetings: Vec<_> = group.meetings.iter().map(|held| (held.day(), held.id)).collect();
    meetings.sort_by_key(|one| std::cmp::Reverse(*one));
    for (day, id) in meetings {
        if any(&|one| one.made == id) {
            choices.push(words.dated(day).trim().to_owned());
        }
    }
    choices
}

/// The goals that are open, short ones first, each with its number.
fn labelled_goals(words: Words, group: &Group) -> Vec<String> {
    let of = |term: Term| {
        let open = group.goals.iter().filter(move |goal| goal.term == term && goal.state.open());
        let label = move |nr: usize| words.goal_label(term, nr);
        (1..)
            .zip(open)
            .map(move |(nr, goal)| format!("{}  {}", label(nr), words.or_wordless(&goal.text)))
    };
    of(Term::Short).chain(of(Term::Long)).collect()
}

/// The entries of a list of the dossier. The rows by which something is added are left out.
fn entries(player: &Player, section: Section) -> Vec<String> {
    let model = player.model();
    let (words, Some(group)) = (model.session.words, model.session.group()) else {
        return Vec::new();
    };
    let people = |fits: &dyn Fn(&Person) -> bool| -> Vec<String> {
        let fitting = group.people.iter().filter(|person| fits(person));
        fitting.map(|person| listed(words, person)).collect()
    };
    let entries = match section {
        Section::Phase(phase) => {
            let steps = ('a'..).zip(Step::of(phase));
            steps.map(|(letter, step)| format!("{letter} {}", words.step_short(step))).collect()
        }
        Section::People => people(&|_| true),
        Section::Sociogram => people(&|person| person.kind != PersonKind::Client),
        Section::Interviews => people(&|person| {
            let holds_them = group.roles.coordinator == Some(person.id);
            (person.nominated() && !holds_them) || !person.interview.is_blank()
        }),
        Section::Goals => {
            let past = group.goals.iter().filter(|goal| !goal.state.open());
            let past = past.map(|goal| words.or_wordless(&goal.text));
            labelled_goals(words, group).into_iter().chain(past).collect()
        }
        Section::Plan => {
            let levels = group.plan.levels.iter().map(|level| {
                let name = words.or_wordless(&level.name);
                if level.colour().is_some() { format!("█ {name}") } else { name }
            });
            levels.chain([words.at_relapse().to_owned()]).collect()
        }
        Section::Agreements => agreement_choices(words, group),
        Section::Bin => {
            let kept = group.bin.iter().map(|binned| &binned.thing).filter(|it| it.can_return());
            kept.map(|thing| match thing {
                kring::domain::bin::Thing::Person(person) => listed(words, person),
                thing => words.or_nameless(thing.name()).to_owned(),
            })
            .collect()
        }
    };
    // Names nobody can pronounce are shown otherwise; that is looked at elsewhere.
    if entries.iter().all(|entry: &String| is_plain(&entry.replace(['█', '■'], ""))) {
        entries
    } else {
        Vec::new()
    }
}

/// Somebody in a list: the sign of their kind, and their name.
fn listed(words: Words, person: &Person) -> String {
    let sign = match person.kind {
        PersonKind::Client => '█',
        PersonKind::Family => '■',
        PersonKind::CloseOne => 'o',
        PersonKind::Professional => '+',
        PersonKind::ExpertByExperience => '*',
    };
    let name = person.name.trim();
    let nameless = person.kind == PersonKind::Client && name.is_empty();
    format!("{sign} {}", if nameless { words.client() } else { words.or_nameless(name) })
}

/// A meeting: its items with those that were spoken about, who is there, who does what, and the
/// note.
fn meeting(player: &Player, picture: &Picture) -> Vec<String> {
    let model = player.model();
    let (Some(group), Some(meeting)) = (model.session.group(), model.front.meeting(&model.session))
    else {
        return Vec::new();
    };
    let (words, content) = (model.session.words, &model.session.content);
    let rule = (0..picture.width()).find(|x| picture.symbol(*x, HEAD) == "│").unwrap_or(0);
    let now = model.session.now.wall;
    let mut unread = items(words, content, (meeting, now), picture, rule);
    let is_today = meeting.day() == Some(now.date_naive());
    let time = if is_today { now.time() } else { NaiveTime::MIN };
    let people: Vec<String> = people(words, group, meeting, time);
    if people.iter().all(|line| is_plain(line)) {
        let below = HEAD + u16::try_from(places(meeting).len()).unwrap_or(0);
        let rows = below..picture.height() - FOOT;
        let side = picture.columns(0, rule);
        unread.extend(in_order(&side, LIST, rows, &people));
    }
    if let (Place::Item(nr), None) = (meeting.place, &meeting.draft) {
        let note = meeting.item(nr).map_or("", |item| item.note.as_str());
        unread.extend(note_lines(words, group, meeting, note, picture, rule + 2));
    }
    unread
}

/// Where one can be in a meeting.
fn places(meeting: &Meeting) -> Vec<Place> {
    if meeting.finished() {
        return vec![Place::AfterTalk];
    }
    let items = (0..meeting.items.len()).map(Place::Item);
    [Place::Attendance].into_iter().chain(items).chain([Place::Closing]).collect()
}

/// The structure, row by row: each item with its number, a `>` where the group is, and a mark for
/// those that were spoken about.
fn items(
    words: Words,
    content: &Content,
    (meeting, now): (&Meeting, Moment),
    picture: &Picture,
    rule: u16,
) -> Vec<String> {
    let mut unread = Vec::new();
    for (y, place) in (HEAD..).zip(places(meeting)) {
        let (text, discussed) = match place {
            Place::Attendance => (words.who_is_there().to_owned(), false),
            Place::Closing => (words.closing().to_owned(), false),
            Place::AfterTalk => (words.after_talk().to_owned(), false),
            Place::Item(nr) => {
                let item = &meeting.items[nr];
                let short = content.item(item.kind).map_or("", |text| &text.short);
                let checked_in = matches!(item.kind, ItemKind::CheckIn | ItemKind::Welcome)
                    && meeting.reading(now).spent_on(nr).num_minutes() > 0;
                (format!("{} {short}", nr + 1), meeting.discussed(nr) || checked_in)
            }
        };
        let row = picture.piece(0, rule, y);
        if !reads(picture, &text, LIST, y) {
            unread.push(format!("row {y} does not begin with {text:?}: {row:?}"));
        }
        if row.contains('■') != discussed {
            let was = if discussed { "was" } else { "was not" };
            unread.push(format!("{text:?} {was} spoken about, and its row says {row:?}"));
        }
        let here = place == meeting.place;
        if (picture.symbol(1, y) == ">") != here {
            unread.push(format!("the sign of the place at hand is wrong beside {text:?}"));
        }
    }
    unread
}

/// How many are there, who is not, and who does what.
fn people(words: Words, group: &Group, meeting: &Meeting, now: NaiveTime) -> Vec<String> {
    let name = |id: PersonId| match naming::short_name(group, id) {
        name if name.is_empty() => words.nameless(group.person(id)).to_owned(),
        name => name,
    };
    let with =
        |presence: Presence| meeting.attendance.iter().filter(move |one| one.presence == presence);
    let came: Vec<_> =
        with(Presence::Present).filter(|one| !one.expected || one.came == Some(true)).collect();
    let left = came.iter().filter(|one| one.until.is_some_and(|until| until <= now)).count();
    let all = meeting.attendance.len();
    let mut lines = vec![if meeting.finished() {
        words.so_many_were_there(came.len(), all)
    } else {
        words.so_many_there(came.len() - left, all)
    }];
    for presence in [Presence::SentWord, Presence::NotPresent] {
        let away: Vec<String> = with(presence).map(|one| name(one.person)).collect();
        if !away.is_empty() {
            lines.push(format!("{} {}", words.presence(presence), away.join(", ")));
        }
    }
    for (role, holder) in [
        (MeetingRole::Chair, meeting.roles.chair),
        (MeetingRole::ProcessGuard, meeting.roles.process_guard),
        (MeetingRole::MinuteTaker, meeting.roles.minute_taker),
    ] {
        let there = |id: &PersonId| with(Presence::Present).any(|one| one.person == *id);
        lines.extend(holder.filter(there).map(|id| format!("{} {}", words.role(role), name(id))));
    }
    lines
}

/// The lines of a note in sight, and below each agreement what was understood of it: who, by when,
/// and for which goal.
fn note_lines(
    words: Words,
    group: &Group,
    meeting: &Meeting,
    note: &str,
    picture: &Picture,
    x: u16,
) -> Vec<String> {
    let lines: Vec<&str> = note.lines().filter(|line| !line.trim().is_empty()).collect();
    if !lines.iter().all(|line| is_plain(line) && longest_word(line) < 30) {
        return Vec::new();
    }
    let texts: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    let mut unread = in_order(picture, x, body(picture), &texts);
    for line in lines {
        let pieces = understood(words, group, meeting, line);
        let row = body(picture).find(|y| drawn(picture, line, x, *y) == Drawn::Whole);
        let (Some(row), false) = (row, pieces.is_empty()) else { continue };
        let meant = (row + 1..picture.height() - FOOT).map(|y| picture.row(y));
        // A long line goes on below; what was understood stands two cells further in.
        let indent = usize::from(x) + 2;
        let mut meant =
            meant.filter(|row| row.chars().skip(usize::from(x)).take(2).eq("  ".chars()));
        let Some(meant) = meant.next() else { continue };
        let meant: String = meant.chars().skip(indent).collect();
        let mut rest = meant.as_str();
        for piece in pieces {
            match rest.find(&piece) {
                Some(at) => rest = &rest[at + piece.len()..],
                None if meant.contains('»') => {}
                None => unread.push(format!("{piece:?} was understood, and not said: {meant:?}")),
            }
        }
    }
    unread
}

fn longest_word(line: &str) -> usize {
    line.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}

/// What must be said of an agreement or a decision, from left to right; nothing for words.
fn understood(words: Words, group: &Group, meeting: &Meeting, line: &str) -> Vec<String> {
    let found = match notes::read_line(line, group, meeting.id.date) {
        NoteLine::Words => return Vec::new(),
        NoteLine::Decision(_) => return vec![words.decision().to_owned()],
        NoteLine::Agreement(found) => found,
    };
    let mut pieces = vec![words.agreement().to_owned()];
    pieces.extend(found.who.iter().map(|id| naming::short_name(group, *id)));
    pieces.extend(found.when.as_ref().map(|when| words.when(when, meeting.id.date)));
    if let Some(goal) = found.goal {
        let open = |term: Term| group.goals_on(term, meeting.id.date);
        let label = [Term::Short, Term::Long].into_iter().find_map(|term| {
            let number = open(term).position(|it| it.id == goal)? + 1;
            Some(words.goal_label(term, number))
        });
        pieces.extend(label);
    }
    pieces
}

mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use kring::language::Language;

    use super::*;
    use crate::rig::clock::afternoon;
    use crate::rig::practice;

    fn at(minutes: i64) -> Moment {
        let start = DateTime::parse_from_rfc3339("2026-02-12T14:00:00+01:00").unwrap();
        start + TimeDelta::minutes(minutes)
    }

    fn lines(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    /// The first follow-up meeting of the practice group, at its third item, with two discussed.
    fn meeting() -> (Group, Meeting, Arc<Content>) {
        let content = practice::content(Language::Dutch);
        let group = practice::dossier(Language::Dutch).group;
        let id = group.meeting_id(at(0).date_naive());
        let structure = content.structure(MeetingKind::FollowUp);
        let mut meeting = Meeting::prepare(&group, id, &structure);
        meeting.place = Place::Item(2);
        meeting.items[0].discussed = true;
        meeting.items[1].discussed = true;
        (group, meeting, content)
    }

    const MEETING: &str = " De Vuurtoren
 ══════░░░░░░░░
  Wie is er            │ 3 Hersteldoelen en werkafspraken
  1 Hoe gaat het     ■ │
  2 Vorig verslag    ■ │ ! Sanne wandelt mee @Sanne @Kort 1 2 maart
 >3 Doelen             │   afspraak · Sanne · ma 2 mrt · Kort 1
  4 Signaleringsplan   │ = Doel 2 blijft staan
  5 Hoe vaak           │   besluit
  6 Thema          mag │
  7 Volgende datum     │
  Afronden             │

 Alles is bewaard.
 Tab verder
 F1 hulp";

    fn items_in(text: &str) -> Vec<String> {
        let (_, meeting, content) = meeting();
        items(
            Words(Language::Dutch),
            &content,
            (&meeting, afternoon()),
            &Picture::by_hand(text),
            23,
        )
    }

    #[test]
    fn an_item_out_of_place_or_with_a_wrong_mark_is_found() {
        assert_eq!(items_in(MEETING), [""; 0]);
        assert_eq!(
            items_in(&MEETING.replace("2 Vorig verslag    ■", "2 Vorig verslag     ")).len(),
            1
        );
        assert_eq!(
            items_in(&MEETING.replace("5 Hoe vaak         ", "5 Hoe vaak       ■ ")).len(),
            1
        );
        assert_eq!(items_in(&MEETING.replace("4 Signaleringsplan", "4 Thema           ")).len(), 1);
        let elsewhere = MEETING.replace(" >3", "  3").replace("  4 S", " >4 S");
        assert_eq!(items_in(&elsewhere).len(), 2, "two signs are wrong");
    }

    fn notes_in(text: &str) -> Vec<String> {
        let (group, meeting, _) = meeting();
        let note = "! Sanne wandelt mee @Sanne @Kort 1 2 maart\n= Doel 2 blijft staan";
        let words = Words(Language::Dutch);
        note_lines(words, &group, &meeting, note, &Picture::by_hand(text), 25)
    }

    #[test]
    fn a_line_that_is_missing_or_misunderstood_is_found() {
        assert_eq!(notes_in(MEETING), [""; 0]);
        assert_eq!(notes_in(&MEETING.replace("= Doel 2 blijft staan", "")).len(), 1);
        for (right, wrong) in [
            ("· Sanne ·", "· Piet ·"),
            ("ma 2 mrt", "di 3 mrt"),
            ("· Kort 1", "· Kort 2"),
            ("  besluit", "  afspraak"),
        ] {
            assert_eq!(notes_in(&MEETING.replace(right, wrong)).len(), 1, "{wrong}");
        }
        let cut = MEETING.replace("· ma 2 mrt · Kort 1", "· ma »");
        assert_eq!(notes_in(&cut), [""; 0], "a sign says that it goes on");
    }

    #[test]
    fn somebody_who_is_absent_is_named() {
        let (group, mut meeting, _) = meeting();
        meeting.attendance[0].presence = Presence::SentWord;
        let lines = people(Words(Language::Dutch), &group, &meeting, NaiveTime::MIN);
        assert_eq!(lines[..2], ["Er zijn 6 van 7", "afgemeld Noor"]);
        assert!(lines.contains(&"notulist Lot".to_owned()), "{lines:?}");
    }

    #[test]
    fn a_group_with_another_phase_step_or_day_is_found() {
        let text = "\n\n  De Vuurtoren   fase 5  21/25    do 12 feb\n\n\n\n";
        let group = practice::dossier(Language::Dutch).group;
        let facts = facts_of_group(Words(Language::Dutch), &group, at(0).date_naive());
        let unread = |text: &str| group_row(&Picture::by_hand(text), "De Vuurtoren", &facts);
        assert_eq!(unread(text), [""; 0]);
        for (right, wrong) in [("fase 5", "fase 4"), ("21/25", "20/25"), ("12 feb", "13 feb")] {
            assert_eq!(unread(&text.replace(right, wrong)).len(), 1, "{wrong}");
        }
    }

    #[test]
    fn a_notice_without_its_last_words_is_found() {
        let said = "Alles is bewaard, ook wat je net typte.";
        let rows = |text: &str| Picture::by_hand(&format!("\n\n\n{text}\n Tab\n F1"));
        assert_eq!(notice(&rows(" Alles is bewaard, ook\n wat je net typte."), said), [""; 0]);
        assert_eq!(notice(&rows(" Alles is bewaard, ook\n wat je »"), said), [""; 0]);
        assert_eq!(notice(&rows(" Alles is bewaard, ook\n wat je"), said).len(), 1);
        assert_eq!(notice(&rows(""), said).len(), 1);
    }

    const LISTED: &str = "\n\n  een       │\n  twee      │\n  drie      │\n";

    #[test]
    fn a_list_in_order_is_accepted_whole_or_with_signs() {
        let whole = Picture::by_hand(LISTED);
        assert_eq!(in_order(&whole, 2, 2..5, &lines(&["een", "twee", "drie"])), [""; 0]);
        let below = Picture::by_hand("\n\n  een       │\n  twee    » │\n");
        assert_eq!(in_order(&below, 2, 2..4, &lines(&["een", "twee", "drie"])), [""; 0]);
        let above = Picture::by_hand("\n\n  twee    « │\n  drie      │\n");
        assert_eq!(in_order(&above, 2, 2..4, &lines(&["een", "twee", "drie"])), [""; 0]);
    }

    #[test]
    fn a_list_with_something_missing_or_moved_is_found() {
        let picture = Picture::by_hand(LISTED);
        let unread = |texts: &[&str]| in_order(&picture, 2, 2..5, &lines(texts)).len();
        assert_eq!(
            unread(&["nul", "een", "twee", "drie"]),
            1,
            "nothing says that there is more above"
        );
        assert_eq!(unread(&["een", "twee", "drie", "vier"]), 1, "nor below");
        assert_eq!(unread(&["een", "anders", "drie"]), 1, "a gap");
        assert_ne!(unread(&["drie", "twee", "een"]), 0, "another order");
        assert_eq!(unread(&["iets", "anders"]), 1, "another list");
    }

    #[test]
    fn a_title_of_another_group_meeting_or_minute_is_found() {
        let picture =
            Picture::by_hand(" De Vuurtoren · bijeenkomst 6    nog 47 minuten    NIET BEWAARD");
        let unread = |texts: &[&str]| title(&picture, &lines(texts)).len();
        let right = ["De Vuurtoren · bijeenkomst 6", "nog 47 minuten", "NIET BEWAARD"];
        assert_eq!(unread(&right), 0);
        assert_eq!(unread(&["De Haven · bijeenkomst 6"]), 1);
        assert_eq!(unread(&["De Vuurtoren · bijeenkomst 5", "nog 48 minuten"]), 2);
        let cut = Picture::by_hand(" De Vuurtoren · bijeenk»  nog 47 minuten");
        assert_eq!(title(&cut, &lines(&["De Vuurtoren · bijeenkomst 6"])), [""; 0]);
        assert_eq!(title(&cut, &lines(&["De Haven · bijeenkomst 6"])).len(), 1);
    }

    #[test]
    fn minutes_are_counted_with_pauses_and_jumps() {
        let jump = |counted| HourEvent::Jumped { from: at(30), to: at(52), counted };
        let events = |counted| {
            [
                HourEvent::Started(at(0)),
                HourEvent::Paused(at(10)),
                HourEvent::Resumed(at(14)),
                jump(counted),
            ]
        };
        assert_eq!(whole_minutes(&events(true), at(55)), 51);
        assert_eq!(whole_minutes(&events(false), at(55)), 29);
        let back = HourEvent::Jumped { from: at(30), to: at(-30), counted: true };
        assert_eq!(whole_minutes(&[HourEvent::Started(at(0)), back], at(-25)), 35);
        let almost = at(13) - TimeDelta::seconds(1);
        assert_eq!(whole_minutes(&[HourEvent::Started(at(0))], almost), 12);
    }
}
