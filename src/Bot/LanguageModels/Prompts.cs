using Bot.Configuration;

namespace Bot.LanguageModels;

/// <summary>The prompt files of a folder, taken over when they change. A broken one leaves the last good one in use.</summary>
internal sealed class Prompts
{
    private static readonly string[] Names = ["answer", "standalone-question"];

    private readonly string folder;
    private volatile Dictionary<string, PromptFile> files;
    private Dictionary<string, DateTime> seen;

    /// <exception cref="YamlFileException">A prompt is missing or broken.</exception>
    public Prompts(string folder)
    {
        this.folder = folder;
        seen = Times();
        files = Names.ToDictionary(name => name, name => PromptFile.Load(PathOf(name)));
    }

    public IEnumerable<PromptFile> All => files.Values;

    /// <summary>Composes an answer of passages.</summary>
    public PromptFile Answer => files["answer"];

    /// <summary>Makes a follow-up a question that stands alone.</summary>
    public PromptFile StandaloneQuestion => files["standalone-question"];

    /// <summary>Takes over what changed since it last looked.</summary>
    /// <returns>The prompts taken over, and for each broken one what is wrong with it, once.</returns>
    public (IReadOnlyList<PromptFile> Changed, IReadOnlyList<string> Faults) Reload()
    {
        var times = Times();
        var (changed, faults) = (new List<PromptFile>(), new List<string>());
        foreach (var name in Names.Where(name => times[name] != seen[name]))
        {
            try
            {
                changed.Add(PromptFile.Load(PathOf(name)));
            }
            catch (YamlFileException fault)
            {
                faults.Add(fault.Message);
            }
        }
        seen = times;
        if (changed.Count > 0) files = files.Values.Select(file => changed.Find(newer => newer.Name == file.Name) ?? file).ToDictionary(file => file.Name);
        return (changed, faults);
    }

    private Dictionary<string, DateTime> Times() => Names.ToDictionary(name => name, name => File.GetLastWriteTimeUtc(PathOf(name)));

    private string PathOf(string name) => Path.Combine(folder, name + ".yaml");
}
