using System.Security.Cryptography;
using System.Text;
using Bot.Configuration;

namespace Bot.LanguageModels;

/// <summary>A prompt in Semantic Kernel's YAML schema with a Handlebars template, as it stands in a file. What a template writes as &amp;amp;lt; reaches the model as a "less than".</summary>
/// <param name="Name">The file's, without extension.</param>
/// <param name="Text">The whole file.</param>
/// <param name="Hash">The first twelve hexadecimal digits of the text's SHA-256: which version of it made an answer.</param>
/// <param name="Roles">Of its messages, in order.</param>
internal sealed record PromptFile(string Name, string Text, string Hash, string Template, IReadOnlyList<string> Roles, IReadOnlyList<string> Variables, double? Temperature, int? MaxTokens)
{
    private const int HashLength = 12;

    /// <exception cref="YamlFileException">There is no such file, or it is no such prompt.</exception>
    public static PromptFile Load(string path)
    {
        var yaml = YamlFile.Load(path);
        yaml.AllowOnly("name", "description", "template_format", "template", "input_variables", "execution_settings");
        if (yaml["template_format"].Text != "handlebars") throw yaml["template_format"].Fault($"template_format is '{yaml["template_format"].Text}'; handlebars is expected");
        var template = yaml["template"].Text;
        if (template.Contains("{{{", StringComparison.Ordinal)) throw yaml["template"].Fault("the template holds '{{{', which would let a text open messages of its own; '{{' is expected");
        var roles = ChatMarkup.RolesIn(template);
        if (roles.Count == 0) throw yaml["template"].Fault("the template holds no <message role=\"…\">");
        var variables = yaml["input_variables"].Items.Select(ReadVariable).ToList();
        if (ChatMarkup.FaultOf(template, roles, variables) is { } fault) throw yaml["template"].Fault(fault);
        var settings = yaml.Find("execution_settings")?.Find("default");
        settings?.AllowOnly("temperature", "max_tokens");
        var text = File.ReadAllText(path);
        return new PromptFile(
            Path.GetFileNameWithoutExtension(path), text, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength], template, roles, variables,
            Number(settings?.Find("temperature")), (int?)Number(settings?.Find("max_tokens")));
    }

    private static string ReadVariable(YamlFile variable)
    {
        variable.AllowOnly("name", "description", "is_required", "default");
        return variable["name"].Text;
    }

    private static double? Number(YamlFile? yaml)
    {
        if (yaml is null) return null;
        return double.TryParse(yaml.Text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : throw yaml.Fault($"'{yaml.Text}' is no number");
    }
}
