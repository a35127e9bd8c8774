namespace NavGeo.Planning.Survey;

/// <summary>What one county answered to the survey of offices and their leadership.</summary>
/// <param name="County">The county.</param>
/// <param name="Municipalities">How many (in Oslo: districts).</param>
/// <param name="Offices">How many offices.</param>
/// <param name="StateLeaders">Offices with a leader the state employs.</param>
/// <param name="MunicipalLeaders">Offices with a leader the municipality employs.</param>
/// <param name="JointLeaders">Offices with a joint leader.</param>
/// <param name="SplitLeaders">Offices with a leader for each part.</param>
/// <param name="GuaranteeOffices">Offices with three or fewer state positions.</param>
public sealed record CountyAnswer(
    string County,
    int Municipalities,
    int Offices,
    int StateLeaders,
    int MunicipalLeaders,
    int JointLeaders,
    int SplitLeaders,
    int GuaranteeOffices)
{
    /// <summary>Offices by form of leadership, which should be all offices.</summary>
    public int Leaders => StateLeaders + MunicipalLeaders + JointLeaders + SplitLeaders;

    /// <summary>The figures in the order of the printed table.</summary>
    public IReadOnlyList<int> Figures =>
        [Municipalities, Offices, StateLeaders, MunicipalLeaders, JointLeaders, SplitLeaders, GuaranteeOffices];
}
