using Bot.Configuration;

namespace Bot.LanguageModels;

/// <summary>The prompt files of a folder, taken over when they change. A broken one leaves the last good one in use.</summary>
internal sealed class Prompts
{
    /// <summary>Each prompt with what is put into it.</summary>
    private static readonly Dictionary<string, string[]> Names = new() { ["answer"] = ["question", "language", "passages", "faults"], ["standalone-question"] = ["earlier", "question"] };

    private readonly string folder;
    private volatile Dictionary<string, PromptFile> files;
    private Dictionary<string, DateTime> seen;

    /// <exception cref="YamlFileException">A prompt is missing or broken.</exception>
    public Prompts(string folder)
    {
        this.folder = folder;
        seen = Times();
        files = Names.Keys.ToDictionary(name => name, Load);
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
        foreach (var name in Names.Keys.Where(name => times[name] != seen[name]))
        {
            try
            {
                changed.Add(Load(name));
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

    private Dictionary<string, DateTime> Times() => Names.Keys.ToDictionary(name => name, name => File.GetLastWriteTimeUtc(PathOf(name)));

    private PromptFile Load(string name)
    {
        var prompt = PromptFile.Load(PathOf(name));
        return Names[name].Order().SequenceEqual(prompt.Variables.Order()) ? prompt
            : throw new YamlFileException($"{PathOf(name)}: input_variables names {string.Join(", ", prompt.Variables)}; {string.Join(", ", Names[name])} are expected");
    }

    private string PathOf(string name) => Path.Combine(folder, name + ".yaml");
}
