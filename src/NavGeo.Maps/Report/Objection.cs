namespace NavGeo.Maps.Report;

/// <summary>What somebody had against a structure in the meeting.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Author">Who said it; empty where the meeting did not note it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Time">When, as the meeting noted it; empty where it did not.</param>
public sealed record Objection(string Structure, string Author, string Text, string Time);
