//! A row of the matter: what it says, and what can be done with it.

use chrono::NaiveDate;

use super::TextRef;
use crate::domain::frequency::Frequency;
use crate::domain::goal::Term;
use crate::domain::ids::{AgreementId, GoalId, PersonId};
use crate::domain::person::MeetingRole;
use crate::widgets::editor::Lines;

/// What pressing a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// There, sent word, not there.
    Presence(PersonId),
    /// Who does this.
    Role(MeetingRole),
    /// Add somebody who is there.
    AddPerson,
    /// Begin the hour, or go on.
    Start,
    /// Somebody said how they are.
    Spoke(PersonId),
    /// How an agreement went.
    Answer(AgreementId),
    /// Where a goal stands.
    GoalState(GoalId),
    /// How far a goal has come.
    Movement(GoalId),
    /// A new goal.
    NewGoal(Term),
    /// Read the minutes of the meeting before.
    ReadPrevious,
    /// Whether the signalling plan may be shown.
    ShowPlan,
    /// Open or close a part of the plan.
    Level(usize),
    /// A part was gone through.
    Reviewed(usize),
    /// The parts a new plan can begin with.
    FreshPlan,
    /// How often the group meets.
    Frequency(Frequency),
    /// A topic.
    Topic(usize),
    /// A proposed date.
    Propose(NaiveDate),
    /// Make an agreement.
    MakeAgreement,
    /// Mend an agreement: the item and the line of its note.
    Mend(usize, usize),
    /// Agree the minutes.
    Finish,
    /// Read this meeting's minutes.
    ReadMinutes,
    /// Save this meeting's minutes as a file.
    SaveMinutes,
    /// Open the agreed minutes again.
    Reopen,
    /// The same people next time.
    SameGroup,
    /// Whether somebody is there next time.
    Expect(PersonId),
    /// The client has read the minutes.
    ReadByClient,
    /// The two are alone now.
    Alone,
    /// Go to the group.
    ToGroup,
}

impl Press {
    /// Whether it is a deed of its own rather than a value that changes.
    fn is_button(self) -> bool {
        matches!(
            self,
            Self::AddPerson
                | Self::Start
                | Self::NewGoal(_)
                | Self::ReadPrevious
                | Self::MakeAgreement
                | Self::Finish
                | Self::ReadMinutes
                | Self::SaveMinutes
                | Self::Reopen
                | Self::Alone
                | Self::ToGroup
        )
    }
}

/// What can be done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Nothing; it is read.
    Read,
    /// It can be pressed.
    Press(Press),
    /// It is typed in.
    Field(TextRef, Lines),
}

/// How a row looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As words.
    Plain,
    /// As a heading.
    Heading,
    /// As something beside the matter.
    Quiet,
    /// As something that asks for attention.
    Strong,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Cells it stands to the right.
    pub indent: u16,
    /// What it says; wraps.
    pub text: String,
    /// What stands at its right edge.
    pub value: String,
    /// How it looks.
    pub look: Look,
    /// What can be done with it.
    pub act: Act,
}

impl Row {
    /// Words to read.
    #[must_use]
    pub fn read(text: impl Into<String>) -> Self {
        Self {
            indent: 0,
            text: text.into(),
            value: String::new(),
            look: Look::Plain,
            act: Act::Read,
        }
    }

    /// A heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self { look: Look::Heading, ..Self::read(text) }
    }

    /// Something beside the matter.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self { look: Look::Quiet, ..Self::read(text) }
    }

    /// An empty row.
    #[must_use]
    pub fn gap() -> Self {
        Self::read("")
    }

    /// A row that can be pressed, with its value.
    #[must_use]
    pub fn press(text: impl Into<String>, value: impl Into<String>, press: Press) -> Self {
        Self { value: value.into(), act: Act::Press(press), ..Self::read(text) }
    }

    /// A field with its label.
    #[must_use]
    pub fn field(label: impl Into<String>, text: TextRef, lines: Lines) -> Self {
        Self { act: Act::Field(text, lines), ..Self::read(label) }
    }

    /// The same, further to the right.
    #[must_use]
    pub fn within(self, indent: u16) -> Self {
        Self { indent, ..self }
    }

    /// The same, asking for attention.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { look: Look::Strong, ..self }
    }

    /// Whether the focus can be on it.
    #[must_use]
    pub fn takes_focus(&self) -> bool {
        self.act != Act::Read
    }

    /// Whether it is a button.
    #[must_use]
    pub fn is_button(&self) -> bool {
        matches!(self.act, Act::Press(press) if press.is_button())
    }
}
