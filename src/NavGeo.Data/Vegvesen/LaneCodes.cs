using NavGeo.Routing.Graph;

namespace NavGeo.Data.Vegvesen;

/// <summary>
/// Lane codes (<c>feltoversikt</c>): odd lanes run with the road's metering, which is the drawing, even lanes against
/// it. A road with odd lanes only is one-way. Lanes for buses (K), bicycles (S) and walking do not count.
/// </summary>
internal static class LaneCodes
{
    /// <param name="codes"><c>1</c>, <c>2</c>, <c>3K</c> …</param>
    /// <returns>Both ways where no lane is told.</returns>
    public static LinkDirections DirectionsOf(IEnumerable<string> codes)
    {
        LinkDirections directions = LinkDirections.None;
        bool hasLanes = false;
        foreach (string code in codes)
        {
            ReadOnlySpan<char> text = code.AsSpan().Trim();
            int digits = 0;
            while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
            if (digits is 0 or > 4) continue;
            hasLanes = true;
            ReadOnlySpan<char> kind = text[digits..];
            // K: public transport. S: bicycle. O: waiting for a ferry. The rest (V, H: turning lanes) are for cars.
            if (kind.StartsWith("K", StringComparison.OrdinalIgnoreCase) || kind.StartsWith("S", StringComparison.OrdinalIgnoreCase)) continue;
            directions |= (text[digits - 1] - '0') % 2 == 1 ? LinkDirections.Forward : LinkDirections.Backward;
        }
        return hasLanes ? directions : LinkDirections.Both;
    }

    /// <summary>The codes of a text: <c>1#2</c>, <c>1,2</c>, <c>["1","2"]</c>.</summary>
    public static string[] Split(string text) =>
        text.Split(['#', ',', ';', ' ', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
