<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\FirstAnswer;

use OCA\Reseau\Settings\Network;
use OCA\Reseau\Shared\Audience\Viewer;
use OCP\IConfig;
use OCP\IL10N;
use OCP\IRequest;

/**
 * What the templates print before the page's scripts are loaded: the requested view, built from the presenters' data, in the words of the Vue
 * components.
 */
class FirstAnswer {
	private const HOME = '/apps/reseau';
	/** The first Nextcloud version whose navigation lies on the background of the whole app. */
	private const ONE_BACKGROUND = 34;

	public function __construct(
		private readonly FirstCard $cards,
		private readonly FirstDirectory $directories,
		private readonly FirstHome $homes,
		private readonly Network $network,
		private readonly IL10N $l,
		private readonly IConfig $config,
		private readonly IRequest $request,
	) {
	}

	/**
	 * @param string $path the requested path, without a leading slash
	 * @param array{query?: array<string, mixed>, directory?: array<string, mixed>, member?: array<string, mixed>, home?: array<string, mixed>, group?: array<string, mixed>} $shown what the
	 *        presenters gave for it, as it also goes to the scripts
	 * @param ?array<string, mixed> $mine the viewer's own card, MemberSchema of src/member/model.ts
	 * @return array<string, mixed> parameters of templates/main.php
	 */
	public function page(Viewer $viewer, string $path, array $shown, ?array $mine): array {
		$base = $this->base();
		$navigation = $this->navigation("/$path", $viewer, $base);
		$note = $this->note($path, $viewer, $base);
		[$view, $said] = match (true) {
			isset($shown['query']) => ['directory', $this->directories->view(
				$viewer,
				$shown['query'],
				$shown['directory'] ?? null,
				$this->request->getParam('view') === 'list',
				($this->request->getParam('cursor') ?? '') === '',
				$base,
			)],
			isset($shown['home'], $mine) => ['home', $this->homes->view($mine, $shown['home'], $base)],
			isset($shown['member']) && $path === "members/{$shown['member']['id']}" => ['card', $this->cards->view($viewer, $shown['member'], $base)],
			$note !== null => ['note', $note],
			default => ['page', ['title' => self::titleOf($shown, $navigation), 'members' => "$base/members"]],
		};
		return [
			'pageTitle' => $said['title'],
			'id-app-content' => '#reseau-first-content',
			'id-app-navigation' => '#reseau-first-navigation',
			'first' => $said + [
				'view' => $view,
				'twoBackgrounds' => (int)$this->config->getSystemValueString('version') < self::ONE_BACKGROUND,
				'panel' => $this->panel($path),
				'navigation' => $navigation,
			],
		];
	}

	/**
	 * A CSS class that reserves the space of the Réseau panel, where it was left open, until the scripts are loaded, so that no text moves then:
	 * src/app/usePanel.ts decides for which pages, and sets the cookie.
	 */
	private function panel(string $path): string {
		$hasPanel = preg_match('#^(?:members/\d+|groups/\d+(?:/(?:join|leave|edit|making))?|library/sheet/\d+|notices/\d+)\z#', $path) === 1;
		return $hasPanel && $this->request->getCookie('reseau_panel') === 'open' ? ' first--panel' : '';
	}

	/**
	 * A page with only a sentence: the welcome, and a missing card.
	 *
	 * @return ?array{title: string, sentence: string, scripts: bool, link: array{text: string, href: string}} null: any other page
	 */
	private function note(string $path, Viewer $viewer, string $base): ?array {
		$link = ['text' => $this->l->t('Go to the members'), 'href' => "$base/members"];
		return match (true) {
			$path === '' && $viewer->memberId === null => [
				'title' => $this->l->t('Let us start with you'),
				'sentence' => $this->l->t('What would you need or like at the moment?'),
				'scripts' => true,
				'link' => $link,
			],
			preg_match('#^members/\d+\z#', $path) === 1 => [
				'title' => $this->l->t('No card here'),
				'sentence' => $this->l->t('This card does not exist, or is not shown to you.'),
				'scripts' => false,
				'link' => $link,
			],
			default => null,
		};
	}

	/**
	 * The title of a page that the scripts show: a group's, or the page's name in the navigation; empty for any other.
	 *
	 * @param array<string, mixed> $shown
	 * @param list<list<array<string, ?string>>> $navigation
	 */
	private static function titleOf(array $shown, array $navigation): string {
		if (isset($shown['group'])) {
			return $shown['group']['title'];
		}
		foreach (array_merge(...$navigation) as $link) {
			if (($link['current'] ?? null) === 'page') {
				return (string)$link['text'];
			}
		}
		return '';
	}

	/** @return list<list<array<string, ?string>>> the links of src/app/AppNavigation.vue, bottom ones separately; without an address: a caption */
	private function navigation(string $path, Viewer $viewer, string $base): array {
		$hasCard = $viewer->memberId !== null;
		$link = static fn (string $to, string $text, string $icon, ?string $also = null): array => [
			'text' => $text,
			'href' => $base . $to,
			'icon' => $icon,
			'current' => self::current($path, $to, $also),
		];
		return [
			[
				$link('/', $this->l->t('Home'), 'home'),
				$link('/members', $this->l->t('Members'), 'people'),
				$link('/matches', $this->l->t('People to meet'), 'swap', '/mediations'),
				$link('/notices', $this->l->t('Notices'), 'notices', '/sessions'),
				...$this->groups($path, $viewer, $base),
				$link('/messages', $this->l->t('Messages'), 'messages', '/visitors'),
				$link('/library', $this->l->t('Library'), 'library'),
				$link('/map', $this->l->t('Map of the network'), 'map'),
				$link('/letters', $this->l->t('The letter'), 'letter'),
				...$viewer->facilitator ? [
					['text' => $this->l->t('Facilitate'), 'href' => null],
					$link('/minutes', $this->l->t('Minutes'), 'minutes'),
					$link('/subscribers', $this->l->t('Who gets the letter'), 'people', '/consents'),
					$link('/import', $this->l->t('Import members'), 'bring'),
					$link('/vocabulary', $this->l->t('Vocabulary'), 'words'),
					$link('/board-models', $this->l->t('Board templates'), 'board'),
				] : [],
			],
			[
				...$hasCard ? [$link('/me', $this->l->t('My card'), 'file')] : [],
				$link('/kept', $this->l->t('Cards I keep'), 'keep'),
				...$this->network->allowsShowcase() ? [$link('/showcase', $this->l->t('Public showcase'), 'globe')] : [],
				$link('/notifications', $this->l->t('Notifications and emails'), 'bell'),
			],
		];
	}

	/** @return list<array<string, ?string>> the groups entry and the viewer's own groups below it, with the current one marked */
	private function groups(string $path, Viewer $viewer, string $base): array {
		$own = [];
		$current = null;
		foreach ($viewer->ownGroups() as ['id' => $id, 'title' => $title]) {
			$to = "/groups/$id";
			$open = self::current($path, $to);
			$current ??= $open;
			$own[] = ['text' => $title, 'href' => $base . $to, 'icon' => null, 'current' => $open];
		}
		return [[
			'text' => $this->l->t('Groups'),
			'href' => "$base/groups",
			'icon' => 'groups',
			'current' => $current === null ? self::current($path, '/groups', '/boards') : null,
		], ...$own];
	}

	/**
	 * @param ?string $also where pages of its section have another address
	 * @return 'page'|'true'|null whether the link leads to the page itself or to its section
	 */
	private static function current(string $path, string $to, ?string $also = null): ?string {
		return match (true) {
			$path === $to => 'page',
			$to !== '/' && (str_starts_with("$path/", "$to/") || ($also !== null && str_starts_with("$path/", "$also/"))) => 'true',
			default => null,
		};
	}

	/** The app's base path, with or without index.php, as src/app/router.ts finds it. */
	public function base(): string {
		$uri = $this->request->getRequestUri();
		$at = (int)strpos($uri, self::HOME);
		// Two leading slashes would point to another server.
		return '/' . ltrim(substr($uri, 0, $at) . self::HOME, '/');
	}
}
