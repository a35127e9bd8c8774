using NavGeo.Planning.Regions;

namespace NavGeo.Data.Regions;

/// <summary>A question with what each rule says to it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="AsIs">One a rule, on the roads as they are.</param>
/// <param name="Without">One a rule, without the road; empty where that was not asked.</param>
public sealed record AnsweredQuestion(RegionQuestion Question, IReadOnlyList<RegionDivision> AsIs, IReadOnlyList<RegionDivision> Without);
