namespace NavGeo.Planning.Risk;

/// <summary>One partner's score of one factor under one structure.</summary>
/// <param name="Structure">Id of the structure.</param>
/// <param name="Factor">Number of the factor.</param>
/// <param name="Voter">Who scored.</param>
/// <param name="Probability">1 (unlikely) to 5.</param>
/// <param name="Consequence">1 (slight) to 5.</param>
public sealed record RiskVote(string Structure, int Factor, string Voter, int Probability, int Consequence);
