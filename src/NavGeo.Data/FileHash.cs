using System.Security.Cryptography;

namespace NavGeo.Data;

/// <summary>What a file is known by in exports: the SHA-256 of its bytes.</summary>
public static class FileHash
{
    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sha256(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
