namespace NavGeo.Web.Meetings;

/// <summary>The presenter took up a proposal or put it aside.</summary>
/// <param name="Number">Number of the entry that proposed it.</param>
/// <param name="IsTaken">Taken up: its edit is made.</param>
public sealed record ProposalSettled(long Number, bool IsTaken) : MeetingEvent;
