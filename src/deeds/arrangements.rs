//! What a group arranges: how often it meets, how it keeps in touch, what is proposed to it, and
//! phase 6.

use chrono::NaiveDate;

use super::{Deed, cycle_optional, text, toggled};
use crate::domain::arrangements::Channel;
use crate::domain::change::GroupChange;
use crate::domain::delta::Swap;
use crate::domain::frequency::Frequency;
use crate::domain::history::DeedKind;
use crate::domain::person::Role;
use crate::domain::reorientation::{Condition, Receiver};
use crate::domain::texts::GroupText;
use crate::view::group_view::GroupView;
use crate::view::text::TextRef;

/// How often the group meets (phase 3, step 6). Without the client it is a proposal.
#[must_use]
pub fn set_frequency(view: &GroupView<'_>, to: Frequency, with_client: bool) -> Deed {
    let group = view.group;
    let proposal = Swap::of(&group.frequency_proposal, (!with_client).then_some(to));
    let proposal =
        (proposal.from != proposal.to).then_some(GroupChange::FrequencyProposal(proposal));
    if !with_client {
        return Deed::of_group(DeedKind::Frequency, proposal);
    }
    let often = Swap::of(&group.frequency, to);
    let chosen = Swap::of(&group.frequency_chosen, Some(true));
    let often = (often.from != often.to).then_some(GroupChange::Frequency(often));
    let chosen = (chosen.from != chosen.to).then_some(GroupChange::FrequencyChosen(chosen));
    Deed::of_group(DeedKind::Frequency, often.into_iter().chain(chosen).chain(proposal))
}

/// A way to keep in touch, or not (phase 3, step 7).
#[must_use]
pub fn toggle_channel(view: &GroupView<'_>, channel: Channel) -> Deed {
    let channels = toggled(&view.group.channels, channel);
    let swap = Swap::of(&view.group.channels, channels);
    Deed::of_group(DeedKind::Channel, [GroupChange::Channels(swap)])
}

/// Somebody who takes over care, or not (phase 6, step 2).
#[must_use]
pub fn toggle_receiver(view: &GroupView<'_>, receiver: Receiver) -> Deed {
    let receivers = toggled(&view.group.receivers, receiver);
    let swap = Swap::of(&view.group.receivers, receivers);
    Deed::of_group(DeedKind::Receiver, [GroupChange::Receivers(swap)])
}

/// Something to say of phase 6: yes, or not yet.
#[must_use]
pub fn toggle_condition(view: &GroupView<'_>, condition: Condition) -> Deed {
    let said = toggled(&view.group.reorientation, condition);
    let swap = Swap::of(&view.group.reorientation, said);
    Deed::of_group(DeedKind::Reorientation, [GroupChange::Reorientation(swap)])
}

/// Whether the coordinator reminds others of their agreements.
#[must_use]
pub fn toggle_reminds(view: &GroupView<'_>) -> Deed {
    let from = view.group.coordinator_reminds;
    let change = GroupChange::CoordinatorReminds(Swap { from, to: !from });
    Deed::of_group(DeedKind::Channel, [change])
}

/// Whether the group goes on after the handover: yes, no, or not said.
#[must_use]
pub fn turn_goes_on(view: &GroupView<'_>, forward: bool) -> Deed {
    let from = view.group.future.goes_on;
    let to = cycle_optional(&[true, false], from, forward);
    Deed::of_group(DeedKind::Reorientation, [GroupChange::GoesOn(Swap { from, to })])
}

/// A day that was proposed for a text of the group.
#[must_use]
pub fn take_day(view: &GroupView<'_>, text: GroupText, day: NaiveDate) -> Deed {
    let words = view.words.long_date(day);
    Deed::new(DeedKind::ProposedDay, text::change(view, TextRef::Group(text), &words))
}

/// The example of what a chair does, for one who has no tasks yet (phase 3, step 3).
#[must_use]
pub fn take_tasks(view: &GroupView<'_>, role: Role) -> Deed {
    let tasks = view.content.tasks();
    let (text, lines) = match role {
        Role::Chair => (GroupText::ChairTasks, &tasks.chair),
        _ => (GroupText::GuardTasks, &tasks.process_guard),
    };
    let changes = text::change(view, TextRef::Group(text), &lines.join("\n"));
    Deed::new(DeedKind::ProposedText, changes)
}
