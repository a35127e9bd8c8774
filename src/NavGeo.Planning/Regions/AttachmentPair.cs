namespace NavGeo.Planning.Regions;

/// <summary>The numbers of a municipality and a centre that the tests look at.</summary>
/// <param name="Centre">Index of the centre.</param>
/// <param name="CarMinutes">By car; infinite for no way.</param>
/// <param name="AlternativeMinutes">By the alternative mode; infinite for no way.</param>
/// <param name="OutPercent">Commuters to the centre, per cent of the municipality's employed residents.</param>
/// <param name="InPercent">Commuters from the centre, per cent of what <see cref="InShare"/> says.</param>
/// <param name="SumPercent">Both together.</param>
public readonly record struct AttachmentPair(
    int Centre, double CarMinutes, double AlternativeMinutes, double OutPercent, double InPercent, double SumPercent)
{
    /// <summary>By whatever is faster.</summary>
    public double AnyMinutes => Math.Min(CarMinutes, AlternativeMinutes);
}
