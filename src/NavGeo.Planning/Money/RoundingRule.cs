namespace NavGeo.Planning.Money;

/// <summary>How a sum in whole kroner is parted in two so that the parts are whole kroner and still add up.</summary>
public enum RoundingRule
{
    /// <summary>The smaller part is cut to whole kroner, the larger takes the rest; of equal parts the state's is cut.</summary>
    SmallerPartDown = 0,

    /// <summary>The municipal part is rounded to the nearest krone, half a krone up; the state takes the rest.</summary>
    NearestKrone,
}
