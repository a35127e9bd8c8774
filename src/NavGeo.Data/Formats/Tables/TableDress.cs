
namespace NavGeo.Data.Formats.Tables;

/// <summary>How a table is written. Both are read alike.</summary>
public enum TableDress
{
    /// <summary>Comma between fields, decimal point, UTF-8 without byte-order mark: for programs.</summary>
    International = 0,

    /// <summary>Semicolon between fields, decimal comma, UTF-8 with byte-order mark: opens by a double click in a Norwegian Excel.</summary>
    NorwegianExcel,
}
