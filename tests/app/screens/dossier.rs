//! A group between its meetings: the six phases, and what runs through them.

use kring::domain::change::{Change, GroupChange};
use kring::domain::delta::ListChange;
use kring::domain::dossier::Dossier;
use kring::domain::goal::Term;
use kring::domain::group::Group;
use kring::domain::history::DeedKind;
use kring::domain::ids::PersonId;
use kring::domain::person::{Person, PersonKind, Standing};
use kring::domain::phase::{Phase, Step};
use kring::domain::section::Section;
use kring::domain::sociogram::{Closeness, Relation, Strength};
use kring::domain::structure::MeetingKind;
use kring::domain::texts::GroupText;
use kring::screens::dossier::action::DossierAction;

use crate::rig::memory::in_group;
use crate::screens::play::{
    Player, Stage, WINDOWS, in_window, practice_group, practised, prepared, staged,
};

/// The small letters that go to the steps of a phase.
const LETTERS: &str = "abcdefg";

/// The name of a step in the names of pictures.
fn scene(step: Step) -> String {
    let name = format!("{step:?}");
    let small = name.chars().flat_map(|letter| {
        let gap = letter.is_uppercase().then_some('_');
        gap.into_iter().chain(letter.to_lowercase())
    });
    format!("step{}", small.collect::<String>())
}

#[test]
fn every_step_of_the_practice_group() {
    practised(|player| {
        player.play("e");
        for phase in Phase::ALL.iter().copied() {
            player.play(&phase.number().to_string());
            for (letter, step) in LETTERS.chars().zip(Step::of(phase)) {
                player.play(&letter.to_string());
                player.snap(&scene(step));
            }
        }
    });
}

#[test]
fn every_step_of_a_new_group() {
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>");
        for phase in Phase::ALL.iter().copied() {
            player.play(&phase.number().to_string());
            for (letter, step) in LETTERS.chars().zip(Step::of(phase)) {
                player.play(&format!("{letter}<tab>"));
                player.snap(&format!("fresh_{}", scene(step)));
                player.play("<esc>");
            }
        }
    });
}

#[test]
fn a_step_done_busy_and_not_needed() {
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>1 ");
        player.snap("step_ticked");
        player.play("b<enter>");
        player.go_to_row(DossierAction::StepState(Step::DrawSociogram));
        player.play(" ");
        player.snap("step_busy");
        player.play("  <tab>");
        player.say("Sam vindt tekenen niks", "Sam does not like drawing");
        player.snap("step_not_needed");
        player.play("<tab><tab>");
        player.say("eergisteren", "yesterday");
        player.snap("step_day_typed");
        player.play("<esc><c-z>");
        player.snap("step_undone");
    });
}

#[test]
fn an_appendix_opens_in_one_key() {
    practised(|player| {
        player.play("e1l");
        player.snap("appendix_explanation");
        player.play("<pgdn>");
        player.snap("appendix_further");
        player.play("<esc>5bl");
        player.snap("appendix_skills");
    });
}

#[test]
fn people() {
    practised(|player| {
        player.play("e7");
        player.snap("people");
        player.play("<pgdn>");
        player.snap("person_coordinator");
        player.play("<end><up><up><enter>");
        player.snap("person_asked");
        player.play("<esc>n");
        player.snap("person_new");
        player.say("Zoë", "Zoë");
        player.play("<tab>");
        player.say("nicht", "cousin");
        player.play("<tab><left>");
        player.snap("person_named");
        player.play("<esc><del>");
        player.snap("person_deleted");
        player.play("<end>");
        player.snap("roles");
        player.play("<enter><esc>u<enter>");
        player.snap("bin");
        player.play("<enter>");
        player.snap("bin_empty");
    });
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>7<enter>");
        player.snap("people_none");
    });
}

#[test]
fn sociogram() {
    practised(|player| {
        player.play("e8");
        player.snap("sociogram");
        player.play("<down><down><down><right>r");
        player.snap("sociogram_line_begun");
        player.play("<down>r");
        player.snap("sociogram_line");
    });
}

/// A group with so many people in its sociogram, and lines between them.
fn crowd(people: u32) -> impl Fn(&Stage) {
    const NAMES: [&str; 25] = [
        "Anna", "Bram", "Chris", "Daan", "Eva", "Fatima", "Gerard", "Hanneke", "Ilse", "Joost",
        "Karim", "Liesbeth", "Mo", "Nadia", "Olaf", "Petra", "Quint", "Rosa", "Stijn", "Tineke",
        "Umut", "Vera", "Wouter", "Xandra", "Yvonne",
    ];
    move |stage| {
        let mut group = Group::new("De Kring", stage.today());
        group.people.push(Person::new(PersonId(1), "Sam", PersonKind::Client, Standing::Joins));
        group.roles.client = Some(PersonId(1));
        for (nr, name) in (0..people).zip(NAMES) {
            let at = usize::try_from(nr).unwrap();
            let mut person =
                Person::new(PersonId(nr + 2), name, PersonKind::ALL[at % 4], Standing::Known);
            person.closeness = Some(Closeness::ALL[at % 3]);
            group.people.push(person);
            if at % 3 == 1 {
                let strength = Strength::ALL[at % 3];
                let line = Relation::between(PersonId(nr + 2), PersonId(nr + 1), strength);
                group.relations.push(line);
            }
        }
        stage.store.put("kring", &Dossier::new(group)).unwrap();
    }
}

#[test]
fn sociogram_with_5_12_and_25_people() {
    for people in [5, 12, 25] {
        prepared(crowd(people), |player| {
            player.play("<enter>8<down>");
            player.snap(&format!("sociogram_{people}"));
        });
    }
}

#[test]
fn goals() {
    practised(|player| {
        player.play("e9");
        player.snap("goals");
        player.play("<end>");
        player.snap("goal_past");
        player.play("<home><down><down>");
        player.snap("goal_place_for_one_more");
        player.play("<enter>");
        player.snap("goal_new");
        player.say("Elke week zwemmen", "Swim every week");
        player.play("<esc>n");
        player.snap("goal_one_too_many");
        player.play("<home><enter>");
        let goal =
            player.model().session.group().unwrap().open_goals(Term::Short).next().unwrap().id;
        player.go_to_row(DossierAction::Attain(goal));
        player.play(" ");
        player.snap("goal_attainment");
    });
}

#[test]
fn plan() {
    practised(|player| {
        player.play("e0");
        player.snap("plan");
        player.play("<enter><tab>");
        player.snap("plan_signs_field");
        player.play("<esc>n");
        player.snap("plan_level_new");
        player.play("<esc><end>");
        player.snap("plan_relapse");
    });
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>0");
        player.snap("plan_none");
    });
}

#[test]
fn interviews() {
    practised(|player| {
        player.play("ei");
        player.snap("interviews");
        player.play("<end><enter><tab>");
        player.say("morgen", "tomorrow");
        player.snap("interview_held_in_the_future");
        player.play("<tab><tab><tab><tab><enter><tab>");
        player.say("We kennen elkaar van de kwekerij.", "We know each other from the nursery.");
        player.snap("interview_answer");
    });
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>i");
        player.snap("interviews_none");
    });
}

#[test]
fn week_and_log() {
    practised(|player| {
        player.play("w");
        player.snap("week");
        player.play("we7n");
        player.say("Zoë", "Zoë");
        player.play("<esc>k");
        player.snap("log");
    });
    staged(|player| {
        player.play("w");
        player.snap("week_empty");
    });
}

#[test]
fn erasing_for_good() {
    practised(|player| {
        player.play("e9<enter><c-e>");
        player.snap("erase_question");
        player.play("<down>");
        player.snap("erase_yes");
        player.play("<enter>");
        player.snap("erased");
    });
}

#[test]
fn a_meeting_written_down_afterwards() {
    practised(|player| {
        player.play("e5b<enter>");
        player.go_to_text(GroupText::HeldOn);
        let held = player.pick("gisteren", "yesterday");
        player.play(held);
        player.snap("afterwards_day");
        player.play("<tab><enter>");
        player.snap("afterwards_attendance");
        player.play("<enter>");
        player.snap("afterwards_first_item");
    });
}

#[test]
fn menu_in_a_dossier() {
    practised(|player| {
        player.play("e7m");
        player.snap("dossier_menu");
        player.play("<esc><f1>");
        player.snap("dossier_help");
    });
}

#[test]
fn dossier_in_the_smallest_window() {
    in_window(WINDOWS[0], practice_group, |player| {
        player.play("e1");
        player.snap("smallest_phase");
        player.play("7<enter>");
        player.snap("smallest_person");
        player.play("<esc>8");
        player.snap("smallest_sociogram");
        player.play("9");
        player.snap("smallest_goal");
    });
}

#[test]
fn a_dossier_that_can_only_be_read_stays_as_it_is() {
    practised(|player: &mut Player| {
        let owner = in_group("vuurtoren", "lock");
        player.memory.hold(owner);
        player.play("e");
        let before = player.model().session.group().unwrap().clone();
        player.play("1 b<enter><tab><tab> <esc>7n<del> <enter>x<esc>8<right>r<down>r9n0n<del>");
        player.play("ku<esc>9<enter><c-e>");
        player.snap("dossier_read_only");
        assert_eq!(player.model().session.group().unwrap(), &before);
    });
}

/// A change that only a test makes: somebody in the group whom nobody can pronounce.
#[test]
fn strange_names_stay_whole_and_harmless() {
    staged(|player| {
        player.play("n");
        player.say("De Linde", "The Lime");
        player.play("<enter>7n");
        player.play("   <esc>");
        player.snap("name_of_spaces");
        player.play("n");
        player.paste("\u{5d0}\u{5d1}\u{5d2} e\u{301}e\u{301}n \u{202e}omgekeerd");
        player.snap("name_strange");
        player.play("<esc>n");
        player.paste(&"lang".repeat(2500));
        player.snap("name_long");
        let people = &player.model().session.group().unwrap().people;
        assert_eq!(people.last().unwrap().name.len(), 10_000);
        let change = ListChange::push(people, people[0].clone());
        let change = Change::Group(GroupChange::People(change));
        let mut dossier = player.model().session.open.as_ref().unwrap().dossier.clone();
        assert!(dossier.apply(&change).is_err(), "an id stands once");
    });
}

/// What a person can do between meetings, and how undo names it.
const DEEDS: [(&str, DeedKind); 24] = [
    ("1 ", DeedKind::Step),
    ("1b<enter><tab> ", DeedKind::Step),
    ("7n", DeedKind::NewPerson),
    ("7<down><enter>x", DeedKind::Typing),
    ("7<down><down><enter><tab><tab><right>", DeedKind::Kind),
    ("7<down><down><enter><tab><tab><tab> ", DeedKind::Standing),
    ("7<down><down><enter><tab><tab><tab><tab> ", DeedKind::Core),
    ("7<down><down><del>", DeedKind::Deleted),
    ("7<end><enter> ", DeedKind::Roles),
    ("8<down><left>", DeedKind::Ring),
    ("8r<end><up>r", DeedKind::Line),
    ("9n", DeedKind::NewGoal),
    ("9<del>", DeedKind::Deleted),
    ("9<enter><tab> ", DeedKind::GoalState),
    ("9<enter><tab><tab><tab><tab> ", DeedKind::Dimension),
    ("0n", DeedKind::Level),
    ("0<del>", DeedKind::Deleted),
    ("i<enter><tab><tab> ", DeedKind::Interview),
    ("3f<enter> ", DeedKind::Frequency),
    ("3g<enter> ", DeedKind::Channel),
    ("3c<enter> ", DeedKind::Roles),
    ("5a<enter><tab>  ", DeedKind::Composition),
    ("6<enter> ", DeedKind::Reorientation),
    ("6b<enter><tab> ", DeedKind::Receiver),
];

#[test]
fn everything_can_be_undone_with_its_name_also_after_a_restart() {
    in_window((100, 30), practice_group, |player| {
        for (keys, deed) in DEEDS {
            player.play("<esc><esc><esc>");
            if player.model().session.group().is_none() {
                player.play("e");
            }
            let before = player.model().session.group().unwrap().clone();
            player.play(keys);
            assert_ne!(player.model().session.group().unwrap(), &before, "{keys}");
            player.restart();
            player.play("e<c-z>");
            assert_eq!(player.model().session.group().unwrap(), &before, "{keys}");
            let said = player.model().session.words.undone(deed, "", false);
            let notice = player.model().session.notice.clone().unwrap_or_default();
            assert!(notice.starts_with(said.trim_end_matches('.')), "{keys}: {notice}");
            player.play("<c-y>");
            assert_ne!(player.model().session.group().unwrap(), &before, "{keys}");
            player.play("<c-z>");
        }
    });
}

#[test]
fn what_was_begun_by_mistake_leaves_nothing_behind() {
    practised(|player| {
        player.play("e");
        let before = player.model().session.group().unwrap().clone();
        player.play("7n<esc>9n<esc>0n<esc>8n<esc><esc>");
        assert_eq!(player.model().session.group().unwrap(), &before);
        player.play("7n<pgup>");
        assert_eq!(player.model().session.group().unwrap(), &before);
    });
}

#[test]
fn what_was_deleted_comes_back_with_its_lines_and_agreements() {
    practised(|player| {
        player.play("e9");
        let before = player.model().session.group().unwrap().clone();
        player.play("<del>8");
        // Sanne, who has lines and agreements.
        player.play("<down><down><down><del>");
        let group = player.model().session.group().unwrap();
        assert_eq!(group.bin.len(), 2);
        assert!(group.person(PersonId(5)).is_some(), "old agreements keep their names");
        player.play("u<enter><enter><esc><enter><enter>");
        let after = player.model().session.group().unwrap();
        assert_eq!(after.bin, []);
        let people = |group: &Group| {
            let mut people = group.people.clone();
            people.sort_by_key(|person| person.id);
            people
        };
        assert_eq!(people(after), people(&before));
        assert_eq!(after.relations, before.relations);
        assert_eq!(after.goals.len(), before.goals.len());
    });
}

#[test]
fn typing_where_nothing_is_typed_presses_nothing() {
    practised(|player| {
        player.play("e4a<enter>");
        let before = player.model().session.group().unwrap().clone();
        player.play("3 mrt 2020");
        assert_eq!(player.model().session.group().unwrap(), &before);
        assert!(player.model().front.overlay.is_none());
        let said = player.model().session.words.no_typing_here();
        assert_eq!(player.model().session.notice.as_deref(), Some(said));
        // In a list a word is no row of keys either.
        player.play("<esc>9weer 0 8");
        let section = player.dossier_screen().map(|screen| screen.section);
        assert_eq!(section, Some(Section::Goals));
        // Any other key ends it.
        player.play("<down>0");
        let section = player.dossier_screen().map(|screen| screen.section);
        assert_eq!(section, Some(Section::Plan));
    });
}

#[test]
fn a_meeting_that_is_let_go_leaves_undo_as_it_was() {
    practised(|player| {
        player.play("e");
        let before = player.model().session.group().unwrap().clone();
        player.play("6a <esc>");
        assert_ne!(player.model().session.group().unwrap(), &before);
        player.begin_here(MeetingKind::FollowUp);
        player.play("<up> <esc>x<c-z>");
        assert!(player.model().front.meeting(&player.model().session).is_none());
        assert_eq!(player.model().session.group().unwrap(), &before);
    });
}

#[test]
fn what_cannot_be_is_refused_and_kept() {
    practised(|player| {
        player.play("e9<home><enter>");
        let goal =
            player.model().session.group().unwrap().open_goals(Term::Short).next().unwrap().id;
        player.go_to_text(GroupText::GoalDue(goal));
        let yesterday = player.pick("gisteren", "yesterday");
        player.play(yesterday);
        player.snap("goal_due_yesterday");
        player.play("<esc>5b<enter>");
        player.go_to_text(GroupText::NextDay);
        player.play(&"<bs>".repeat(40));
        player.say("1 januari 2020", "1 January 2020");
        player.snap("next_day_long_ago");
        // A meeting before the group began, and one that is still to come.
        player.play("<esc>5b<enter>");
        player.go_to_text(GroupText::HeldOn);
        player.say("1 januari 2020<tab><enter>", "1 January 2020<tab><enter>");
        player.snap("held_before_the_start");
        assert!(player.model().front.meeting(&player.model().session).is_none());
        player.go_to_text(GroupText::HeldOn);
        player.play(&"<bs>".repeat(40));
        player.say("morgen", "tomorrow");
        player.snap("held_tomorrow");
        let typed = player.pick("morgen", "tomorrow");
        assert_eq!(player.model().session.group().unwrap().held_on.typed, typed);
        assert!(player.model().front.meeting(&player.model().session).is_none());
    });
}

#[test]
fn a_goal_without_words_is_named_as_one_and_takes_nothing_away() {
    practised(|player| {
        player.play("e9<home><enter>");
        let before = player.model().session.group().unwrap().goals.clone();
        player.play(&"<bs>".repeat(80));
        player.snap("goal_without_words");
        let after = player.model().session.group().unwrap();
        assert_eq!(after.goals.len(), before.len());
        assert_eq!(after.goals[0].id, before[0].id);
        player.play(&"<c-z>".repeat(30));
        assert_eq!(player.model().session.group().unwrap().goals, before);
    });
}
