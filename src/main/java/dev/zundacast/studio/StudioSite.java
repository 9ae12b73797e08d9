package dev.zundacast.studio;

import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.show.ShowFolder;
import java.util.Map;

/**
 * The show that a studio works on.
 *
 * @param show its folder
 * @param settings as its zundacast.yaml says
 * @param workspace where its scripts, voices and what is made lie
 * @param build how its episodes are built
 * @param engines opens the engines that speak
 * @param env the environment of the commands that publish
 * @param version of the program, for people
 */
public record StudioSite(
    ShowFolder show,
    Settings settings,
    Workspace workspace,
    BuildOptions build,
    EngineSource engines,
    Map<String, String> env,
    String version) {}
