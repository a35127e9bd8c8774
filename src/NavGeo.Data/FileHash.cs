using System.Security.Cryptography;

namespace NavGeo.Data;

/// <summary>What a file is known by in exports: the SHA-256 of its bytes.</summary>
public static class FileHash
{
    private const int PieceBytes = 1 << 20;

    /// <summary>Lower-case hexadecimal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stop">To give up on a large one.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static string Sha256(string path, CancellationToken stop = default)
    {
        using FileStream stream = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceBytes];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            stop.ThrowIfCancellationRequested();
            hash.AppendData(piece, 0, read);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
