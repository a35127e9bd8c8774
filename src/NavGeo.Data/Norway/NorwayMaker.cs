using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NavGeo.Data.Formats.Packed;
using NavGeo.Data.Input;
using NavGeo.Data.Networks;
using NavGeo.Planning.Language;

namespace NavGeo.Data.Norway;

/// <summary>
/// Makes the country that comes with NavGeo out of the files as they are published: roads are imported and put in order,
/// of the map only the layers that a background and its names come from are kept, the rest is taken as it is; each is
/// packed with gzip, and the list says what it was made of.
/// </summary>
public static class NorwayMaker
{
    /// <summary>The layers of N1000 that are read besides its roads.</summary>
    private static readonly string[] GroundLayers = ["Kommune", "Havflate", "Innsjo", "Kystkontur", "Riksgrense", "StedsnavnTekst", "Tettbebyggelse"];

    private static readonly JsonSerializerOptions Dress = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the parts of a list.</summary>
    /// <param name="folder">Has <c>norway.json</c>, the list; the parts are written beside it, and their hashes into it.</param>
    /// <param name="published">The folder of published files.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    /// <returns>Bytes of all packed parts.</returns>
    /// <exception cref="InputException">There is no list, or a published file cannot be used.</exception>
    public static long Make(string folder, string published, Findings findings, ReadingRun run)
    {
        var list = new InputFile(Path.Combine(folder, NorwayBase.ListName));
        JsonNode root = JsonInput.Read(list.Bytes, list.Path, json => JsonNode.Parse(json.GetRawText())!);
        var files = new InputFiles();
        long bytes = 0;
        foreach (JsonNode? part in root["parts"]!.AsArray())
        {
            run.Cancellation.ThrowIfCancellationRequested();
            byte[] plain = Plain(part!, files, published, findings, run);
            string target = Path.Combine(folder, (string)part!["name"]! + ".gz");
            AtomicFile.Write(target, stream =>
            {
                using var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
                gzip.Write(plain);
            });
            part["fromSha256"] = files.At(Path.Combine(published, (string)part["from"]!)).Sha256();
            part["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(plain));
            bytes += new FileInfo(target).Length;
        }
        AtomicFile.WriteText(list.Path, root.ToJsonString(Dress) + "\n");
        return bytes;
    }

    /// <summary>The content of a part.</summary>
    /// <param name="part">Of the list: its name, what it is made of, and what else that takes.</param>
    /// <param name="files">The files of the run.</param>
    /// <param name="published">The folder of published files.</param>
    /// <param name="findings">Takes what the readers have to say.</param>
    /// <param name="run">Progress and cancellation.</param>
    internal static byte[] Plain(JsonNode part, InputFiles files, string published, Findings findings, ReadingRun run)
    {
        string name = (string)part["name"]!;
        InputFile from = At((string)part["from"]!);
        if (name.EndsWith(BuiltNetwork.Extension, StringComparison.Ordinal)) return Made(path => BuiltNetwork.Write(path, RoadFile.Open(from, findings, run), run));
        if (name.EndsWith(".gpkg", StringComparison.Ordinal)) return Made(path => CopyGround(from, path));
        if (part["with"]?.AsArray() is [{ } people, { } boundaries]) return SettlementTable.Make(from, At((string)people!), At((string)boundaries!), findings);
        return GzipReader.Plain(from.Bytes, from.Path);

        InputFile At(string file) => files.At(Path.Combine(published, file));
    }

    private static byte[] Made(Action<string> write)
    {
        string folder = Directory.CreateTempSubdirectory("navgeo-").FullName;
        try
        {
            string path = Path.Combine(folder, "part");
            write(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The map's layers in a file of their own, without what finds them fast: they are read whole.</summary>
    private static void CopyGround(InputFile from, string path)
    {
        using (var copy = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            copy.Open();
            Run("PRAGMA page_size = 4096");
            Run("PRAGMA application_id = 1196444487");
            Run($"ATTACH '{Path.GetFullPath(from.Path).Replace("'", "''", StringComparison.Ordinal)}' AS n1000");
            string layers = string.Join(',', GroundLayers.Select(l => $"'{l}'"));
            foreach ((string table, string where) in new[]
            {
                ("gpkg_spatial_ref_sys", "true"), ("gpkg_contents", $"table_name IN ({layers})"), ("gpkg_geometry_columns", $"table_name IN ({layers})"),
            }.Concat(GroundLayers.Select(l => (l, "true"))))
            {
                Run(Text($"SELECT sql FROM n1000.sqlite_master WHERE type = 'table' AND name = '{table}'"));
                Run($"INSERT INTO main.\"{table}\" SELECT * FROM n1000.\"{table}\" WHERE {where}");
            }
            Run("DETACH n1000");
            Run("VACUUM");

            string Text(string sql)
            {
                using SqliteCommand command = copy.CreateCommand();
                command.CommandText = sql;
                return (string)command.ExecuteScalar()!;
            }

            void Run(string sql)
            {
                using SqliteCommand command = copy.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
        }
    }
}
