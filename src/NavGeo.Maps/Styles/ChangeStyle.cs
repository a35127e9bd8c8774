using System.Text.Json;

namespace NavGeo.Maps.Styles;

/// <summary>
/// Colours of gains and losses, read from <c>maps/change.json</c>. Losses are solid and gains are hatched, so that the
/// two are told apart in grey print and by those who do not see colours; each class is darker than the one before.
/// Immutable.
/// </summary>
public sealed record ChangeStyle
{
    /// <summary>The style of <c>maps/change.json</c>.</summary>
    public static ChangeStyle Usual { get; } = StyleFile.Embedded<ChangeStyle>("change");

    /// <summary>Name of the style.</summary>
    public required string Name { get; init; }

    /// <summary>Longer ways, from a little to much; the classes of the ledger.</summary>
    public required IReadOnlyList<TravelClass> Longer { get; init; }

    /// <summary>Shorter ways, from a little to much.</summary>
    public required IReadOnlyList<TravelClass> Shorter { get; init; }

    /// <summary>Over all shorter ways.</summary>
    public required HatchLines ShorterHatch { get; init; }

    /// <summary>To the millisecond the same.</summary>
    public required string Unchanged { get; init; }

    /// <summary>Had access and has none any more.</summary>
    public required string AccessLost { get; init; }

    /// <summary>Had none and gets it.</summary>
    public required HatchStyle AccessGained { get; init; }

    /// <summary>Reads a style.</summary>
    /// <exception cref="JsonException">It is not a style.</exception>
    public static ChangeStyle Read(Stream json) => StyleFile.Read<ChangeStyle>(json);
}
