//! What a person could wish at any moment, and what it comes down to in a dossier as it stands.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use kring::content::Content;
use kring::domain::agreement::{Agreement, Outcome};
use kring::domain::approval::{Approval, ReadHow};
use kring::domain::arrangements::{Channel, Planned};
use kring::domain::attendance::{Attendee, Presence};
use kring::domain::bin::{Binned, Thing};
use kring::domain::change::{Change, GroupChange, MeetingChange};
use kring::domain::closing;
use kring::domain::day::Day;
use kring::domain::delta::{ListChange, Splice, Swap};
use kring::domain::dossier::Dossier;
use kring::domain::form::{Draft, Form};
use kring::domain::frequency::Frequency;
use kring::domain::goal::{Dimension, Goal, GoalState, Movement, Term};
use kring::domain::group::{Composition, Group};
use kring::domain::history::DeedKind;
use kring::domain::hour::{HourEvent, Moment};
use kring::domain::interview::{ConfidentialText, Questionnaire};
use kring::domain::meeting::{AfterTalk, Meeting, Place};
use kring::domain::person::{Person, PersonKind, Roles, Standing};
use kring::domain::phase::{Step, StepRecord, StepState};
use kring::domain::plan::Level;
use kring::domain::reorientation::{Condition, Receiver};
use kring::domain::sociogram::{Closeness, Relation, Strength};
use kring::domain::structure::MeetingKind;
use kring::domain::texts::{GroupText, MeetingText};
use kring::domain::when::{Due, How, Rhythm, Unit, Unsettled, When};
use proptest::prelude::*;

/// A kind of wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    TypeInGroup,
    TypeInMeeting,
    AddPerson,
    RemovePerson,
    ChangePerson,
    GiveRoles,
    AddGoal,
    RemoveGoal,
    TurnGoal,
    MoveGoal,
    AddAgreement,
    RemoveAgreement,
    Answer,
    AddLevel,
    RemoveLevel,
    Review,
    Frequency,
    Next,
    Composition,
    TouchStep,
    TurnStep,
    UntouchStep,
    Confide,
    TypeDay,
    Relate,
    Strengthen,
    Unrelate,
    Channels,
    Reorient,
    Receivers,
    /// A choice of the group that is yes, no or not said.
    Settle,
    /// What is said of minutes.
    Approve,
    PutInBin,
    TakeOutOfBin,
    Attend,
    Arrive,
    Leave,
    MeetingRoles,
    Go,
    Hour,
    Jump,
    Discuss,
    Budget,
    ShowPlan,
    /// When the meeting was.
    Date,
    /// Somebody is to come later, or came after all.
    Expect,
    After,
    OpenForm,
    TurnForm,
    SetAside,
    CloseForm,
    Begin,
    Discard,
    Close,
    Reopen,
    Undo,
    Redo,
}

impl What {
    /// Every wish, those that people have most often more than once.
    pub(crate) const ALL: [Self; 73] = [
        Self::TypeInGroup,
        Self::TypeInGroup,
        Self::TypeInMeeting,
        Self::TypeInMeeting,
        Self::TypeInMeeting,
        Self::TypeInMeeting,
        Self::TypeInMeeting,
        Self::TypeInMeeting,
        Self::AddPerson,
        Self::RemovePerson,
        Self::ChangePerson,
        Self::GiveRoles,
        Self::AddGoal,
        Self::AddGoal,
        Self::AddGoal,
        Self::RemoveGoal,
        Self::TurnGoal,
        Self::TurnGoal,
        Self::TurnGoal,
        Self::MoveGoal,
        Self::AddAgreement,
        Self::RemoveAgreement,
        Self::Answer,
        Self::AddLevel,
        Self::RemoveLevel,
        Self::Review,
        Self::Frequency,
        Self::Next,
        Self::Composition,
        Self::TouchStep,
        Self::TurnStep,
        Self::UntouchStep,
        Self::Confide,
        Self::Confide,
        Self::TypeDay,
        Self::Relate,
        Self::Strengthen,
        Self::Unrelate,
        Self::Channels,
        Self::Reorient,
        Self::Receivers,
        Self::Settle,
        Self::Settle,
        Self::Approve,
        Self::PutInBin,
        Self::TakeOutOfBin,
        Self::Attend,
        Self::Arrive,
        Self::Leave,
        Self::MeetingRoles,
        Self::Go,
        Self::Hour,
        Self::Jump,
        Self::Discuss,
        Self::Budget,
        Self::ShowPlan,
        Self::Date,
        Self::Expect,
        Self::Expect,
        Self::After,
        Self::OpenForm,
        Self::TurnForm,
        Self::SetAside,
        Self::CloseForm,
        Self::Begin,
        Self::Begin,
        Self::Begin,
        Self::Discard,
        Self::Close,
        Self::Close,
        Self::Reopen,
        Self::Undo,
        Self::Redo,
    ];

    /// Whether it opens, moves or closes a form. Undo forgets what was typed in one.
    pub(crate) fn turns_form(self) -> bool {
        matches!(self, Self::OpenForm | Self::TurnForm | Self::SetAside | Self::CloseForm)
    }

    /// Whether the app records it as something that goes along with what a person does.
    pub(crate) fn goes_along(self) -> bool {
        let hour = matches!(self, Self::Go | Self::Hour | Self::Discuss);
        let stage = matches!(self, Self::Begin | Self::Discard | Self::Close | Self::Reopen);
        self.turns_form() || hour || stage
    }

    /// How undo names it.
    pub(crate) fn deed(self) -> DeedKind {
        match self {
            Self::TypeInGroup | Self::TypeInMeeting | Self::Confide => DeedKind::Typing,
            Self::AddGoal => DeedKind::NewGoal,
            Self::TurnGoal => DeedKind::GoalState,
            Self::Answer => DeedKind::Answer,
            _ => DeedKind::Attendance,
        }
    }
}

/// A wish. What it is about is a number, so that it means something in any dossier.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(crate) what: What,
    one: usize,
    other: usize,
    words: String,
    /// Milliseconds since the wish before.
    pub(crate) after: u16,
}

/// Any wish.
pub(crate) fn wishes(most: usize) -> impl Strategy<Value = Vec<Wish>> {
    let wish = (prop::sample::select(&What::ALL[..]), 0..4000usize, 0..4000usize, words(), 0..4000);
    let wish = wish.prop_map(|(what, one, other, words, after)| {
        let after = u16::try_from(after).unwrap();
        Wish { what, one, other, words, after }
    });
    prop::collection::vec(wish, 1..most)
}

/// Anything a person could type or paste.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "n",
        "é",
        "e\u{301}",
        "\u{301}",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\"",
        "\\",
        "\"#",
        "// kring 00000000\n",
        "\u{0}",
        "\u{feff}",
        "\u{1b}[31m",
        "\u{202e}",
        "👩‍👩‍👧",
        "🇳🇱",
        "日本",
        "! Sanne belt @Sanne 2 maart\n",
        "! @Piet @kort 1 elke maandag\n",
        "!\n! zonder naam",
        "= Doel 2 blijft staan\n",
        "12 mei",
        "Some(None)",
    ]);
    prop_oneof![
        9 => prop::collection::vec(pieces, 0..5).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

impl Wish {
    /// The changes it comes down to at a moment; `None` when there is nothing it could be about.
    pub(crate) fn changes(
        &self,
        dossier: &Dossier,
        content: &Content,
        now: Moment,
    ) -> Option<Vec<Change>> {
        let group = &dossier.group;
        match self.what {
            What::Begin => Some(closing::begin(group, self.prepared(group, content, now))),
            What::Undo => Some(dossier.undo(now, "Lot")?.1.changes),
            What::Redo => Some(dossier.redo(now, "Lot")?.1.changes),
            _ => match self.to_group(group, now) {
                Some(change) => Some(vec![Change::Group(change)]),
                None => self.to_meeting(group, self.meeting(dossier)?, now),
            },
        }
    }

    fn prepared(&self, group: &Group, content: &Content, now: Moment) -> Meeting {
        let days = u64::try_from(self.one % 400).unwrap();
        let day = now.date_naive().checked_add_days(Days::new(days)).unwrap();
        let kind = *pick(MeetingKind::ALL, self.other).unwrap();
        Meeting::prepare(group, group.meeting_id(day), &content.structure(kind))
    }

    /// A meeting, one that is not finished rather than another.
    fn meeting<'a>(&self, dossier: &'a Dossier) -> Option<&'a Meeting> {
        let all: Vec<&Meeting> = dossier.meetings.values().collect();
        let open: Vec<&Meeting> = all.iter().copied().filter(|one| !one.finished()).collect();
        let among = if open.is_empty() || self.what == What::Reopen || self.one.is_multiple_of(9) {
            all
        } else {
            open
        };
        pick(&among, self.one).copied()
    }

    fn to_group(&self, group: &Group, now: Moment) -> Option<GroupChange> {
        let today = now.date_naive();
        Some(match self.what {
            What::TypeInGroup => {
                let text = *pick(&group_texts(group), self.one)?;
                GroupChange::Text(text, self.splice(group.text(text)?))
            }
            What::AddPerson => GroupChange::People(self.put(&group.people, self.person(group))),
            What::RemovePerson => GroupChange::People(self.take(&group.people)?),
            What::ChangePerson => {
                let from = pick(&group.people, self.one)?;
                let standing = if from.joins() { Standing::DoesNotJoin } else { Standing::Joins };
                GroupChange::Person(Swap::of(from, Person { standing, ..from.clone() }))
            }
            What::GiveRoles => GroupChange::Roles(Swap::of(&group.roles, self.roles(group))),
            What::AddGoal => GroupChange::Goals(self.put(&group.goals, self.goal(group, now))),
            What::RemoveGoal => GroupChange::Goals(self.take(&group.goals)?),
            What::TurnGoal => {
                let from = pick(&group.goals, self.one)?;
                let state = *pick(GoalState::ALL, self.other)?;
                GroupChange::Goal(Swap::of(from, from.in_state(state, today)))
            }
            What::AddAgreement => {
                let item = self.agreement(group)?;
                GroupChange::Agreements(self.put(&group.agreements, item))
            }
            What::RemoveAgreement => GroupChange::Agreements(self.take(&group.agreements)?),
            What::AddLevel => GroupChange::Levels(self.put(&group.plan.levels, self.level())),
            What::RemoveLevel => GroupChange::Levels(self.take(&group.plan.levels)?),
            What::Review => {
                let nr = self.one.checked_rem(group.plan.levels.len())?;
                let from = group.plan.levels.get(nr)?;
                let to = Level { reviewed: Some(today), ..from.clone() };
                GroupChange::Level(nr, Swap::of(from, to))
            }
            What::Frequency => {
                let to = *pick(&Frequency::CHOICES, self.one)?;
                GroupChange::Frequency(Swap::of(&group.frequency, to))
            }
            What::Next => {
                let day = Day::new(self.words.clone(), today);
                let next = Planned {
                    day,
                    time: "14.30".to_owned(),
                    time_in_day: self.one.is_multiple_of(2),
                    place: self.words.clone(),
                };
                GroupChange::Next(Swap::of(&group.next, next))
            }
            What::Composition => {
                let after = group.meetings.last()?.id;
                let people = group.members().map(|one| one.id).take(self.one % 5).collect();
                let to = Some(Composition { after, people });
                GroupChange::Composition(Swap::of(&group.composition, to))
            }
            What::TouchStep | What::TurnStep | What::UntouchStep => self.to_step(group, now)?,
            _ => return self.between_meetings(group, now),
        })
    }

    /// What belongs to a dossier and to no meeting.
    fn between_meetings(&self, group: &Group, now: Moment) -> Option<GroupChange> {
        let today = now.date_naive();
        Some(match self.what {
            What::Confide => {
                let person = pick(&group.people, self.one)?;
                let kind = *pick(Questionnaire::ALL, self.other)?;
                let text = match self.other % 4 {
                    0 => ConfidentialText::Notes(person.id),
                    question => ConfidentialText::Answer(person.id, kind, question),
                };
                let said = person.interview.confidence(text);
                GroupChange::Confide(text, self.splice(said.map_or("", |it| it.for_coordinator())))
            }
            What::TypeDay => {
                let days: Vec<GroupText> = group_texts(group)
                    .into_iter()
                    .filter(|text| group.day(*text).is_some())
                    .collect();
                let text = *pick(&days, self.one)?;
                GroupChange::TypedOn(text, Swap { from: group.day(text)?.on, to: today })
            }
            What::Relate => {
                let one = pick(&group.people, self.one)?.id;
                let other = pick(&group.people, self.other)?.id;
                let item = Relation::between(one, other, Strength::Loose);
                GroupChange::Relations(self.put(&group.relations, item))
            }
            What::Strengthen => {
                let from = pick(&group.relations, self.one)?;
                let strength = from.strength.next()?;
                GroupChange::Relation(Swap::of(from, Relation { strength, ..*from }))
            }
            What::Unrelate => GroupChange::Relations(self.take(&group.relations)?),
            What::Channels => {
                let to = Channel::ALL.iter().copied().take(self.one % 5).collect();
                GroupChange::Channels(Swap::of(&group.channels, to))
            }
            What::Reorient => {
                let to = vec![*pick(&Condition::ALL, self.one)?];
                GroupChange::Reorientation(Swap::of(&group.reorientation, to))
            }
            What::Receivers => {
                let to = Receiver::ALL.iter().copied().take(self.one % 5).collect();
                GroupChange::Receivers(Swap::of(&group.receivers, to))
            }
            What::Settle => {
                let yes = self.one.is_multiple_of(2);
                let often = *pick(&Frequency::CHOICES, self.one)?;
                match self.other % 5 {
                    0 => GroupChange::GoesOn(Swap::of(&group.future.goes_on, Some(yes))),
                    1 => GroupChange::TimeInDay(Swap { from: group.next.time_in_day, to: yes }),
                    2 => GroupChange::FrequencyChosen(Swap::of(&group.frequency_chosen, Some(yes))),
                    3 => GroupChange::FrequencyProposal(Swap::of(
                        &group.frequency_proposal,
                        Some(often),
                    )),
                    _ => GroupChange::CoordinatorReminds(Swap {
                        from: group.coordinator_reminds,
                        to: yes,
                    }),
                }
            }
            What::Approve => {
                let held = pick(&group.meetings, self.one)?;
                let seen = pick(ReadHow::ALL, self.other).copied();
                let set = self.one.is_multiple_of(2).then_some(today);
                let to = Some(Approval { seen, set, sent: Some(today), ..Approval::default() });
                GroupChange::Approval(held.id, Swap::of(&held.approval, to))
            }
            What::PutInBin => {
                let thing = match self.other % 3 {
                    0 => Thing::Person(Box::new(self.person(group))),
                    1 => Thing::Goal(Box::new(self.goal(group, now))),
                    _ => Thing::Level(Box::new(self.level())),
                };
                GroupChange::Bin(self.put(&group.bin, Binned { thing, since: today }))
            }
            What::TakeOutOfBin => GroupChange::Bin(self.take(&group.bin)?),
            _ => return None,
        })
    }

    fn to_step(&self, group: &Group, now: Moment) -> Option<GroupChange> {
        let date = Day::new(self.words.clone(), now.date_naive());
        let by = "Lot".to_owned();
        let untouched = |step: &&Step| !group.steps.iter().any(|record| record.step == **step);
        Some(match self.what {
            What::TouchStep => {
                let steps: Vec<&Step> = Step::ALL.iter().filter(untouched).collect();
                let step = **pick(&steps, self.one)?;
                let item = StepRecord { step, state: StepState::Busy, date, by };
                GroupChange::Steps(ListChange::push(&group.steps, item))
            }
            What::TurnStep => {
                let from = pick(&group.steps, self.one)?;
                let state = StepState::NotNeeded(self.words.clone());
                GroupChange::Step(Swap::of(from, StepRecord { state, ..from.clone() }))
            }
            _ => GroupChange::Steps(self.take(&group.steps)?),
        })
    }

    fn to_meeting(&self, group: &Group, meeting: &Meeting, now: Moment) -> Option<Vec<Change>> {
        match self.what {
            What::Close if meeting.finished() => return None,
            What::Close => return Some(closing::close(group, meeting, now)),
            What::Reopen if !meeting.finished() => return None,
            What::Reopen => {
                return Some(closing::reopen(
                    group,
                    meeting,
                    now,
                    Some(&self.words).filter(|_| self.one.is_multiple_of(2)).map(String::as_str),
                ));
            }
            What::Discard if !meeting.wordless(group) => return None,
            What::Discard => return Some(closing::discard(group, meeting)),
            _ => {}
        }
        if let Some(change) = self.about_meeting(group, meeting) {
            return Some(vec![Change::Group(change)]);
        }
        let changes = match self.what {
            What::OpenForm | What::TurnForm | What::SetAside | What::CloseForm => {
                self.to_form(meeting)?
            }
            What::Jump => jumps(meeting, now),
            _ => vec![self.in_meeting(group, meeting, now)?],
        };
        Some(changes.into_iter().map(|change| Change::Meeting(meeting.id, change)).collect())
    }

    /// Changes to the group that belong to a meeting.
    fn about_meeting(&self, group: &Group, meeting: &Meeting) -> Option<GroupChange> {
        match self.what {
            What::MoveGoal => {
                let from = pick(&group.goals, self.one)?;
                let to = from.with_movement(meeting.id, pick(Movement::ALL, self.other).copied());
                Some(GroupChange::Goal(Swap::of(from, to)))
            }
            What::Answer => {
                let from = pick(&group.agreements, self.one)?;
                let to = from.answered(meeting.id, pick(Outcome::ALL, self.other).copied(), |id| {
                    group.order_of(id)
                });
                Some(GroupChange::Agreement(Swap::of(from, to)))
            }
            _ => None,
        }
    }

    fn in_meeting(&self, group: &Group, meeting: &Meeting, now: Moment) -> Option<MeetingChange> {
        Some(match self.what {
            What::TypeInMeeting => {
                let text = *pick(&meeting_texts(meeting), self.other)?;
                MeetingChange::Text(text, self.splice(meeting.text(text)?))
            }
            What::Attend => {
                let from = pick(&meeting.attendance, self.one)?;
                let presence = *pick(Presence::ALL, self.other)?;
                let from_time = self.one.is_multiple_of(2).then(|| now.time());
                let to = Attendee { presence, from: from_time, ..from.clone() };
                MeetingChange::Attendance(Swap::of(from, to))
            }
            What::Arrive => {
                let away = |one: &&Person| meeting.attendee(one.id).is_none();
                let people: Vec<&Person> = group.people.iter().filter(away).collect();
                let item = attendee(pick(&people, self.one)?);
                MeetingChange::Attendees(self.put(&meeting.attendance, item))
            }
            What::Leave => MeetingChange::Attendees(self.take(&meeting.attendance)?),
            What::MeetingRoles => MeetingChange::Roles(Swap::of(&meeting.roles, self.roles(group))),
            What::Go => {
                let to = match self.other % 4 {
                    0 => Place::Closing,
                    _ => Place::Item(self.other.checked_rem(meeting.items.len())?),
                };
                MeetingChange::Place(Swap::of(&meeting.place, to))
            }
            What::Hour => MeetingChange::Hour(ListChange::push(&meeting.hour, self.event(now))),
            What::Discuss => {
                let nr = self.other.checked_rem(meeting.items.len())?;
                let from = meeting.item(nr)?.discussed;
                MeetingChange::Discussed(nr, Swap { from, to: !from })
            }
            What::Budget => {
                let nr = self.other.checked_rem(meeting.items.len())?;
                let to = u16::try_from(self.one).ok()?;
                MeetingChange::Budget(nr, Swap { from: meeting.item(nr)?.minutes, to })
            }
            What::ShowPlan => {
                let from = meeting.plan_shown;
                MeetingChange::PlanShown(Swap { from, to: !from })
            }
            What::Date => match self.other % 4 {
                0 => MeetingChange::Day(Swap::of(&meeting.day, Some(now.date_naive()))),
                1 => MeetingChange::Start(Swap::of(&meeting.start, Some(now.time()))),
                2 => {
                    let to = Some(now.date_naive());
                    MeetingChange::NextTypedOn(Swap::of(&meeting.next.on, to))
                }
                _ => {
                    let from = meeting.next.time_in_day;
                    MeetingChange::NextTimeInDay(Swap { from, to: !from })
                }
            },
            What::Expect => {
                let from = pick(&meeting.attendance, self.one)?;
                let came = self.other.is_multiple_of(2).then_some(true);
                let to = Attendee { expected: true, came, ..from.clone() };
                let swap = Swap::of(from, to);
                if meeting.finished() {
                    let minutes = Swap::of(&meeting.minutes, meeting.minutes.clone());
                    MeetingChange::Came(Box::new(swap), minutes)
                } else {
                    MeetingChange::Attendance(swap)
                }
            }
            What::After => {
                let to = AfterTalk { read_by_client: self.one.is_multiple_of(2) };
                MeetingChange::After(Swap::of(&meeting.after, to))
            }
            _ => return None,
        })
    }

    fn to_form(&self, meeting: &Meeting) -> Option<Vec<MeetingChange>> {
        let draft = meeting.draft.as_ref();
        let (to, aside) = match self.what {
            What::OpenForm => (Some(self.draft()), None),
            What::TurnForm => {
                let at = self.other % 3;
                (Some(Draft { at, ..draft?.clone() }), None)
            }
            What::SetAside => (None, Some(draft?.clone())),
            _ => (draft.and(None), None),
        };
        let aside =
            aside.map(|item| MeetingChange::SetAside(ListChange::push(&meeting.set_aside, item)));
        let turned = MeetingChange::Draft(Swap::of(&meeting.draft, to));
        Some([Some(turned), aside].into_iter().flatten().collect())
    }

    fn draft(&self) -> Draft {
        let form = match self.other % 3 {
            0 => Form::NewPerson,
            1 => Form::Agreement { item: self.one % 7, line: None },
            _ => Form::NewShortGoal,
        };
        Draft { form, answers: vec![self.words.clone(), String::new(), String::new()], at: 0 }
    }

    /// A piece of a text replaced, on the boundaries of characters and not of what people see.
    fn splice(&self, text: &str) -> Splice {
        let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        places.push(text.len());
        let first = self.one % places.len();
        // Half of the time at the end, where people type.
        let first = if self.other.is_multiple_of(2) { places.len() - 1 } else { first };
        let last = (first + self.other % 5).min(places.len() - 1);
        let (at, end) = (places[first], places[last]);
        Splice { at, removed: text[at..end].to_owned(), inserted: self.words.clone() }
    }

    fn put<T: Clone>(&self, list: &[T], item: T) -> ListChange<T> {
        ListChange::Insert { at: self.one % (list.len() + 1), item }
    }

    fn take<T: Clone>(&self, list: &[T]) -> Option<ListChange<T>> {
        let at = self.one.checked_rem(list.len())?;
        Some(ListChange::Remove { at, item: list[at].clone() })
    }

    fn person(&self, group: &Group) -> Person {
        let kind = PersonKind::ALL[self.one % PersonKind::ALL.len()];
        let mut person = Person::new(group.free_person(), &self.words, kind, Standing::Joins);
        person.core = self.other.is_multiple_of(2);
        person.closeness = pick(Closeness::ALL, self.other).copied();
        person
    }

    fn roles(&self, group: &Group) -> Roles {
        let person = |nr| pick(&group.people, nr).map(|one| one.id);
        Roles { chair: person(self.one), clinician: person(self.other), ..group.roles }
    }

    fn goal(&self, group: &Group, now: Moment) -> Goal {
        let term = if self.other.is_multiple_of(2) { Term::Short } else { Term::Long };
        let mut goal = Goal::new(group.free_goal(), term, &self.words, now.date_naive());
        goal.dimensions = vec![Dimension::Health];
        goal.attainment.steps[self.one % 5].clone_from(&self.words);
        goal.in_state(GoalState::ALL[self.other % 4], now.date_naive())
    }

    fn agreement(&self, group: &Group) -> Option<Agreement> {
        let made = group.meetings.last()?.id;
        Some(Agreement {
            everybody: false,
            either: Vec::new(),
            id: group.free_agreement(),
            text: self.words.clone(),
            who: group.people.iter().map(|one| one.id).take(self.other % 3).collect(),
            when: self.when(made.date),
            unsettled: Unsettled::Nothing,
            goal: group.goals.first().map(|goal| goal.id),
            made,
            answers: Vec::new(),
            closed: None,
        })
    }

    fn when(&self, date: NaiveDate) -> Option<When> {
        let day = |how| When::Day(Due { date, how, time: None, part: None });
        Some(match self.other % 6 {
            0 => day(How::On),
            1 => day(How::By),
            2 => day(How::Before),
            3 => When::Next,
            4 => When::Recurs(Rhythm::every(2, Unit::Week).on([date.weekday()])),
            _ => return None,
        })
    }

    fn level(&self) -> Level {
        let words = || self.words.clone();
        Level {
            name: words(),
            signs: words(),
            i_do: String::new(),
            others_do: words(),
            call: "112".to_owned(),
            reviewed: None,
        }
    }

    fn event(&self, now: Moment) -> HourEvent {
        match self.other % 5 {
            0 => HourEvent::Started(now),
            1 => HourEvent::Paused(now),
            2 => HourEvent::Resumed(now),
            3 => HourEvent::Jumped { from: now, to: now + TimeDelta::hours(1), counted: true },
            _ => HourEvent::Entered { item: self.one % 8, at: now },
        }
    }
}

fn attendee(person: &Person) -> Attendee {
    let presence = Presence::Present;
    Attendee {
        person: person.id,
        presence,
        from: None,
        until: None,
        leaving: false,
        spoke: false,
        expected: false,
        came: None,
    }
}

/// The last event of the hour, taken out and put back as another.
fn jumps(meeting: &Meeting, now: Moment) -> Vec<MeetingChange> {
    let Some((item, at)) = meeting.hour.last().zip(meeting.hour.len().checked_sub(1)) else {
        return Vec::new();
    };
    let turned = HourEvent::Jumped { from: now, to: now, counted: false };
    vec![
        MeetingChange::Hour(ListChange::Remove { at, item: *item }),
        MeetingChange::Hour(ListChange::Insert { at, item: turned }),
    ]
}

fn pick<T>(list: &[T], nr: usize) -> Option<&T> {
    list.get(nr.checked_rem(list.len())?)
}

pub(crate) fn group_texts(group: &Group) -> Vec<GroupText> {
    let fixed = [
        GroupText::Name,
        GroupText::Place,
        GroupText::Communication,
        GroupText::Responsibility,
        GroupText::Handover,
        GroupText::Relapse,
        GroupText::ByItself,
        GroupText::Keeper,
        GroupText::Begun,
        GroupText::ExplainedTo,
        GroupText::ExplainedOn,
        GroupText::FirstWeek,
        GroupText::ChairTasks,
        GroupText::GuardTasks,
        GroupText::Agenda,
        GroupText::NextDay,
        GroupText::NextTime,
        GroupText::NextPlace,
        GroupText::HeldOn,
        GroupText::Evaluation,
        GroupText::CoordinatorWord,
        GroupText::ClinicianWord,
    ];
    let goals = group.goals.iter().flat_map(|goal| {
        [GroupText::Goal(goal.id), GroupText::GoalDue(goal.id), GroupText::Attainment(goal.id, 3)]
    });
    let people = group.people.iter().flat_map(|person| {
        [
            GroupText::PersonName(person.id),
            GroupText::Relation(person.id),
            GroupText::Contact(person.id),
            GroupText::ApproachWords(person.id),
            GroupText::AskedOn(person.id),
            GroupText::InterviewPlanned(person.id),
            GroupText::InterviewHeld(person.id),
        ]
    });
    let steps = group.steps.iter().flat_map(|record| {
        let reason = matches!(record.state, StepState::NotNeeded(_))
            .then_some(GroupText::StepReason(record.step));
        let always = [GroupText::StepDay(record.step), GroupText::StepBy(record.step)];
        always.into_iter().chain(reason)
    });
    let levels = (0..group.plan.levels.len()).flat_map(|nr| {
        [
            GroupText::LevelName(nr),
            GroupText::LevelSigns(nr),
            GroupText::LevelIDo(nr),
            GroupText::LevelOthersDo(nr),
            GroupText::LevelCall(nr),
        ]
    });
    fixed.into_iter().chain(goals).chain(people).chain(steps).chain(levels).collect()
}

pub(crate) fn meeting_texts(meeting: &Meeting) -> Vec<MeetingText> {
    let fixed = [
        MeetingText::Location,
        MeetingText::Topic,
        MeetingText::Skills,
        MeetingText::NextDate,
        MeetingText::NextTime,
        MeetingText::NextPlace,
    ];
    // Notes twice: they are what is typed.
    let notes = (0..meeting.items.len()).chain(0..meeting.items.len()).map(MeetingText::Note);
    let answers = meeting.draft.iter().flat_map(|draft| 0..draft.answers.len());
    fixed.into_iter().chain(notes).chain(answers.map(MeetingText::Draft)).collect()
}
