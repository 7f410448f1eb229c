namespace Bot.Storage;

/// <summary>
/// Keeps a second bot from the same file: both would send what waits in it. The lock is the process's own, so that it ends
/// with it, however that ends.
/// </summary>
internal sealed class DatabaseLock : IDisposable
{
    private readonly FileStream held;

    private DatabaseLock(FileStream held) => this.held = held;

    /// <exception cref="InvalidDataException">Another process holds it, or the file beside the database cannot be written.</exception>
    public static DatabaseLock Take(string databaseFile)
    {
        try
        {
            return new DatabaseLock(new FileStream(databaseFile + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(databaseFile))) && fault is IOException
                ? "another bot is running on it: stop that one, or give this one a file of its own"
                : fault.Message, fault);
        }
    }

    public void Dispose() => held.Dispose();
}
