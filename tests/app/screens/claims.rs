//! Minutes claim nothing without the deed that made it so. Whatever is done in a meeting, beside it a
//! slow, obvious model notes what was done; at the end each claim of the minutes has to stand in it.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime};
use kring::domain::attendance::{Attendee, Presence};
use kring::domain::group::Group;
use kring::domain::ids::{AgreementId, GoalId, PersonId};
use kring::domain::meeting::{Meeting, Place};
use kring::domain::minutes::Minutes;
use kring::domain::structure::MeetingKind;
use kring::language::Language;
use kring::screens::meeting::Focus;
use kring::screens::meeting::action::MeetingAction as A;
use kring::screens::page::row::Control;
use proptest::prelude::*;

use crate::screens::play::{LARGE, Player, in_language, practice_group};

/// Something that people do in a meeting.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Minutes pass, while the hour stands where it stands.
    Pass(u64),
    Next,
    Previous,
    /// Goes to an item, counted from 0.
    Item(usize),
    /// Types one of the lines of [`LINES`], with its Enter.
    Type(usize),
    /// Takes the whole note away again.
    Wipe,
    /// Presses one of the rows of the page.
    Press(usize),
    /// The same, and takes it back at once.
    PressAndUndo(usize),
}

const LINES: [&str; 5] =
    ["gewone woorden", "! Bo belt de tuin morgen", "= het blijft zo", "   ", "!!! niets"];

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        2 => (1u64..4).prop_map(Act::Pass),
        2 => Just(Act::Next),
        1 => Just(Act::Previous),
        4 => (0usize..7).prop_map(Act::Item),
        2 => (0..LINES.len()).prop_map(Act::Type),
        1 => Just(Act::Wipe),
        4 => (0usize..40).prop_map(Act::Press),
        1 => (0usize..40).prop_map(Act::PressAndUndo),
    ]
}

/// What was pressed at an item, how that stood before the first press there, and how after the last.
struct Pressed {
    item: usize,
    action: A,
    before: String,
    after: String,
}

/// What was done, as somebody beside the computer would have noted it.
#[derive(Default)]
struct Witness {
    /// The minutes that passed at each item.
    passed: Vec<u64>,
    /// What was answered, changed or ticked at an item.
    pressed_at: Vec<Pressed>,
    /// Whether somebody said that what got time was discussed.
    said_discussed: bool,
    /// Who is there, by how often their row was pressed.
    turned: Vec<PersonId>,
    spoke: HashSet<PersonId>,
    answered: HashSet<AgreementId>,
    goals: HashSet<GoalId>,
    reviewed: bool,
    /// Whether how often was chosen while the client was there.
    chose_frequency: bool,
    proposed: HashSet<NaiveDate>,
    topic: Option<usize>,
}

fn meeting(player: &Player) -> &Meeting {
    player.model().front.meeting(&player.model().session).unwrap()
}

fn group(player: &Player) -> &Group {
    player.model().session.group().unwrap()
}

impl Witness {
    fn pressed(&mut self, action: A, place: Place, client_is_there: bool, group: [&Group; 2]) {
        let mut at_item = || {
            let Place::Item(item) = place else { return };
            let [before, after] = group.map(|group| stands(group, action));
            let mut pressed = self.pressed_at.iter_mut();
            match pressed.find(|one| one.item == item && same_subject(one.action, action)) {
                Some(one) => one.after = after,
                None => self.pressed_at.push(Pressed { item, action, before, after }),
            }
        };
        match action {
            A::Presence(id) => self.turned.push(id),
            A::Spoke(id) if !self.spoke.insert(id) => drop(self.spoke.remove(&id)),
            A::Answer(id) => {
                at_item();
                self.answered.insert(id);
            }
            A::GoalState(id) | A::Movement(id) => {
                at_item();
                self.goals.insert(id);
            }
            A::Reviewed(_) => {
                at_item();
                self.reviewed = true;
            }
            A::Frequency(_) => {
                at_item();
                self.chose_frequency |= client_is_there;
            }
            A::Propose(day) => drop(self.proposed.insert(day)),
            A::Topic(nr) => self.topic = Some(nr).filter(|_| self.topic != Some(nr)),
            A::Discussed => self.said_discussed = true,
            A::SetPrevious(_) => at_item(),
            _ => {}
        }
    }

    /// Whether somebody is there: each press goes on to the next of the three.
    fn presence(&self, id: PersonId) -> Presence {
        let turns = self.turned.iter().filter(|one| **one == id).count();
        [Presence::Present, Presence::SentWord, Presence::NotPresent][turns % 3]
    }

    /// Whether an item was discussed, or its time was said to have been talk.
    fn discussed(&self, nr: usize, meeting: &Meeting) -> bool {
        let item = &meeting.items[nr];
        let last = nr + 1 == meeting.items.len();
        let words = item.note.chars().any(|letter| !letter.is_whitespace());
        let minutes = self.passed.get(nr).copied().unwrap_or(0);
        words
            || self.pressed_at.iter().any(|one| one.item == nr && one.before != one.after)
            || (nr == 0 && (minutes > 0 || !self.spoke.is_empty()))
            || (self.said_discussed && minutes > 0)
            || (last && !self.proposed.is_empty())
            || (self.topic.is_some() && nr == 5)
    }
}

/// Whether two rows change the same.
fn same_subject(one: A, other: A) -> bool {
    match (one, other) {
        (A::Frequency(_), A::Frequency(_)) | (A::Reviewed(_), A::Reviewed(_)) => true,
        (A::GoalState(one) | A::Movement(one), A::GoalState(other) | A::Movement(other)) => {
            one == other
        }
        _ => one == other,
    }
}

/// How what a row changes stands.
fn stands(group: &Group, action: A) -> String {
    match action {
        A::Answer(id) => format!("{:?}", group.agreement(id)),
        A::GoalState(id) | A::Movement(id) => format!("{:?}", group.goal(id)),
        A::Reviewed(_) => format!("{:?}", group.plan),
        A::Frequency(_) => format!("{:?} {:?}", group.frequency, group.frequency_proposal),
        A::SetPrevious(_) => format!("{:?}", group.meetings),
        _ => String::new(),
    }
}

/// What is worth pressing: the rest leads elsewhere, or is tried where it belongs.
fn is_deed(action: A) -> bool {
    matches!(
        action,
        A::Presence(_)
            | A::Spoke(_)
            | A::Answer(_)
            | A::GoalState(_)
            | A::Movement(_)
            | A::ShowPlan
            | A::Reviewed(_)
            | A::Level(_)
            | A::StillGoing
            | A::Frequency(_)
            | A::Propose(_)
            | A::Topic(_)
            | A::Discussed
            | A::SetPrevious(_)
    )
}

/// Goes to a row of the page and presses it. Returns what it does; nothing when there is no such row.
fn press(player: &mut Player, nth: usize) -> Option<A> {
    let screen = player.meeting_screen()?;
    let rows: Vec<(usize, A)> = screen
        .rows()
        .iter()
        .enumerate()
        .filter_map(|(at, row)| match row.control {
            Control::Press(action) if is_deed(action) => Some((at, action)),
            _ => None,
        })
        .collect();
    let (to, action) = *rows.get(nth.checked_rem(rows.len())?)?;
    let focus = screen.focus;
    if focus == Focus::Items {
        player.play("<tab>");
    }
    if player.meeting_screen()?.focus == Focus::Note {
        player.play("<tab>");
    }
    for _ in 0..80 {
        let at = player.meeting_screen()?.cursor.row();
        match at.cmp(&to) {
            std::cmp::Ordering::Less => player.play("<down>"),
            std::cmp::Ordering::Greater => player.play("<up>"),
            std::cmp::Ordering::Equal => break,
        }
    }
    let row = player.row_at_hand()?;
    if row.control != Control::Press(action) {
        return None;
    }
    player.play(" ");
    Some(action)
}

fn to_note(player: &mut Player) {
    match player.meeting_screen().map(|screen| screen.focus) {
        Some(Focus::Page) => player.play("<esc><tab>"),
        Some(Focus::Items) => player.play("<tab>"),
        _ => {}
    }
}

fn client_is_there(player: &Player) -> bool {
    let client = group(player).roles.client.unwrap();
    meeting(player).present(client)
}

fn take(player: &mut Player, witness: &mut Witness, act: Act) {
    let place = meeting(player).place;
    match act {
        Act::Pass(minutes) => {
            player.pass(minutes);
            if let Place::Item(nr) = place {
                witness.passed[nr] += minutes;
            }
        }
        Act::Next if place != Place::Closing => player.play("<pgdn>"),
        Act::Previous if place != Place::Closing => player.play("<pgup>"),
        Act::Item(nr) if place != Place::Closing => {
            if player.meeting_screen().is_some_and(|screen| screen.focus != Focus::Items) {
                player.play("<esc>");
            }
            player.play(&(nr + 1).to_string());
        }
        Act::Type(line) if matches!(place, Place::Item(_)) => {
            to_note(player);
            player.play(&format!("{}<enter>", LINES[line]));
        }
        Act::Wipe => {
            if let Place::Item(nr) = place {
                to_note(player);
                let letters = meeting(player).items[nr].note.chars().count();
                player.play(&"<bs>".repeat(letters));
            }
        }
        Act::Press(nth) => {
            let there = client_is_there(player);
            let was = group(player).clone();
            if let Some(action) = press(player, nth) {
                witness.pressed(action, place, there, [&was, group(player)]);
            }
        }
        Act::Next | Act::Previous | Act::Item(_) | Act::Type(_) => {}
        Act::PressAndUndo(nth) => {
            let before = (group(player).clone(), meeting(player).clone());
            if press(player, nth).is_some() {
                let after = (group(player).clone(), meeting(player).clone());
                if after != before {
                    player.play("<c-z>");
                }
            }
        }
    }
}

fn check(minutes: &Minutes, was: &Group, meeting: &Meeting, witness: &Witness, start: NaiveTime) {
    for (nr, item) in minutes.items.iter().enumerate() {
        assert_eq!(item.discussed, witness.discussed(nr, meeting), "item {}", nr + 1);
        assert_eq!(item.note, meeting.items[nr].note);
    }
    let name = |id: PersonId| was.person(id).unwrap().name.clone();
    for attendee in &meeting.attendance {
        let there = minutes.present.iter().any(|one| one.name == name(attendee.person));
        let stood = witness.presence(attendee.person) == Presence::Present;
        assert_eq!(there, stood, "{}", name(attendee.person));
    }
    assert!(minutes.expected.is_empty());
    for role in [&minutes.roles.chair, &minutes.roles.process_guard, &minutes.roles.minute_taker] {
        let Some(role) = role else { continue };
        assert!(minutes.present.iter().any(|one| one.name.starts_with(role.as_str())), "{role}");
    }
    let noted: Vec<&str> = meeting.items.iter().flat_map(|item| item.note.lines()).collect();
    let signed = |sign: char| noted.iter().filter(|line| line.starts_with(sign)).count();
    assert!(minutes.agreements.len() <= signed('!'));
    assert!(minutes.agreements.iter().all(|made| noted.iter().any(|it| it.contains(&made.what))));
    assert!(minutes.decisions.len() <= signed('='));
    for answer in minutes.answers.iter().filter(|answer| answer.outcome.is_some()) {
        let asked = was.agreements.iter().find(|one| one.text == answer.what).unwrap();
        assert!(witness.answered.contains(&asked.id), "{}", answer.what);
    }
    for goal in &minutes.goals {
        let before = was.goal(goal.id).unwrap().state;
        let touched = goal.movement.is_some() || goal.state != before;
        assert!(!touched || witness.goals.contains(&goal.id), "{}", goal.text);
    }
    assert!(minutes.reviewed.is_empty() || witness.reviewed);
    let changed = minutes.frequency != was.frequency;
    assert!(!(changed && minutes.frequency_chosen) || witness.chose_frequency);
    assert!(minutes.next.iter().all(|next| witness.proposed.contains(&next.date)));
    assert!(minutes.topic.is_empty() || witness.topic.is_some());
    assert_eq!(minutes.began, Some(start));
    assert_eq!(minutes.date, NaiveDate::from_ymd_opt(2026, 2, 12).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn minutes_claim_nothing_without_its_deed(
        with_client in any::<bool>(),
        acts in prop::collection::vec(act(), 1..40),
    ) {
        in_language(Language::Dutch, LARGE, practice_group, |player| {
            player.begin(MeetingKind::FollowUp);
            let was = group(player).clone();
            let mut witness =
                Witness { passed: vec![0; meeting(player).items.len()], ..Witness::default() };
            if !with_client {
                let client = was.roles.client.unwrap();
                player.go_to(A::Presence(client));
                player.play(" ");
                witness.turned.push(client);
            }
            player.play("<f5>");
            let start = player.model().session.now.wall.time();
            for act in &acts {
                take(player, &mut witness, *act);
            }
            for _ in 0..9 {
                if meeting(player).place != Place::Closing {
                    player.play("<pgdn>");
                }
            }
            player.go_to(A::Finish);
            player.play("<enter>");
            if !meeting(player).finished() {
                player.play("<enter>");
            }
            let held = meeting(player).attendance.iter().any(Attendee::is_there);
            assert_eq!(meeting(player).finished(), held, "held when somebody was there");
            if let Some(minutes) = meeting(player).minutes.clone() {
                check(&minutes, &was, meeting(player), &witness, start);
            }
        });
    }
}
