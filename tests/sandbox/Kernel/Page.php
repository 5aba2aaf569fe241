<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http\TemplateResponse;
use OCP\IConfig;
use OCP\IGroupManager;
use OCP\IRequest;
use OCP\IUserSession;
use OCP\L10N\IFactory;
use Sandbox\Service\Apps;
use Sandbox\Service\InitialState;

/** A template inside its layout: `user` for an app, `guest` for the login and for errors, none for a whole document. */
class Page {
	public const THEMES = ['default', 'light', 'dark'];

	/** @var array<string, true> address of a script => true */
	private array $scripts = [];

	/** @var array<string, true> */
	private array $styles = [];

	public function __construct(
		private readonly Apps $apps,
		private readonly IFactory $languages,
		private readonly IUserSession $session,
		private readonly IGroupManager $groups,
		private readonly IConfig $config,
		private readonly InitialState $state,
		private readonly Session $cookie,
		private readonly IRequest $request,
	) {
	}

	/** With the app's texts before its first script, and a module where the bundle is one. */
	public function addScript(string $app, string $file): void {
		$folder = $this->apps->path($app);
		$language = $this->languages->get($app)->getLanguageCode();
		foreach (["l10n/$language.js", "js/$file.mjs", "js/$file.js"] as $path) {
			if (is_file("$folder/$path")) {
				$this->scripts[$this->address($app, $path)] = true;
			}
		}
	}

	public function addStyle(string $app, string $file): void {
		$this->styles[$this->address($app, "css/$file.css")] = true;
	}

	public function render(string $app, string $template, array $parameters, string $as): string {
		$content = $this->template($app, $template, $parameters);
		if ($as === TemplateResponse::RENDER_AS_BLANK) {
			return $content;
		}
		$user = $as === TemplateResponse::RENDER_AS_USER ? $this->session->getUser() : null;
		$theme = $user === null ? 'default' : self::theme($this->config, $user->getUID());
		$l = $this->languages->get('core');
		return $this->template('core', $user === null ? 'layout.guest' : 'layout.user', [
			'content' => $content,
			'language' => $l->getLanguageCode(),
			'locale' => $l->getLocaleCode(),
			'chosen' => $this->languages->getUserLanguage($user),
			'user' => $user,
			'here' => $this->request->getRequestUri(),
			'token' => $this->cookie->token(),
			'nonce' => ContentPolicy::nonce(),
			'theme' => $theme,
			'app' => $this->apps->id,
			'appName' => (string)$this->apps->info->name,
			'pageTitle' => $parameters['pageTitle'] ?? '',
			'parameters' => $parameters,
			'state' => $this->state->all(),
			'config' => [
				'admin' => $user !== null && $this->groups->isAdmin($user->getUID()),
				'app' => $this->apps->id,
			],
			'scripts' => array_keys($this->scripts),
			'styles' => array_keys($this->styles),
		]);
	}

	/** The theme an account chose, stored as Nextcloud stores it. */
	public static function theme(IConfig $config, string $uid): string {
		$chosen = json_decode($config->getUserValue($uid, 'theming', 'enabled-themes', '[]'), true)[0] ?? 'default';
		return in_array($chosen, self::THEMES, true) ? $chosen : 'default';
	}

	/** Of a file of the app; another one each time the file is built. */
	private function address(string $app, string $path): string {
		// A build under way may take the file away at any moment.
		$built = @filemtime($this->apps->path($app) . '/' . $path);
		return "/apps/$app/$path" . ($built === false ? '' : '?v=' . dechex($built));
	}

	private function template(string $app, string $template, array $_): string {
		require_once __DIR__ . '/templating.php';
		$l = $this->languages->get($app);
		ob_start();
		try {
			include $this->apps->path($app) . "/templates/$template.php";
		} finally {
			$html = (string)ob_get_clean();
		}
		return $html;
	}
}
