<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Settings;

use OCA\Reseau\Shared\IndexProgress;
use OCP\App\IAppManager;
use OCP\AppFramework\Utility\ITimeFactory;
use OCP\IAppConfig;
use OCP\IConfig;
use OCP\IL10N;
use OCP\IURLGenerator;

/**
 * What Nextcloud lacks for Réseau, and the consequence, one sentence each: for the administration page and Nextcloud's own overview
 * (lib/Integration/SetupCheck).
 *
 * @psalm-type Check = array{id: string, name: string, state: 'ok'|'info'|'warning', sentence: string, link: ?array{text: string, href: string}}
 */
class SetupReport {
	/** In display order. */
	public const IDS = ['facilitators', 'jobs', 'search', 'mail', 'teams', 'deck', 'talk'];
	/** Seconds after which background jobs count as stopped; Nextcloud's own check uses the same value. */
	private const STILL = 3600;

	public function __construct(
		private readonly Facilitation $facilitation,
		private readonly IAppManager $apps,
		private readonly TeamSpaces $spaces,
		private readonly IAppConfig $config,
		private readonly IConfig $system,
		private readonly IURLGenerator $urls,
		private readonly ITimeFactory $clock,
		private readonly IndexProgress $progress,
		private readonly IL10N $l,
	) {
	}

	/** @return list<Check> */
	public function checks(): array {
		return array_map($this->check(...), self::IDS);
	}

	/** @return Check */
	public function check(string $id): array {
		[$name, $state, $sentence] = match ($id) {
			'facilitators' => [$this->l->t('People who facilitate'), ...$this->facilitators()],
			'jobs' => [$this->l->t('Background jobs'), ...$this->jobs()],
			'search' => [$this->l->t('Search index'), ...$this->search()],
			'mail' => [$this->l->t('Email'), ...$this->mail()],
			'teams' => ['Teams', ...$this->teams()],
			'deck' => ['Deck', ...$this->app('deck', $this->l->t('Deck is not installed: groups will have no board. Everything else works.'))],
			'talk' => ['Talk', ...$this->app('spreed', $this->l->t('Talk is not installed: groups will have no conversation of their own. Everything else works.'))],
		};
		return ['id' => $id, 'name' => $name, 'state' => $state, 'sentence' => $sentence, 'link' => $state === 'ok' ? null : $this->link($id)];
	}

	/** @return array{string, string} state and sentence */
	private function facilitators(): array {
		$people = $this->facilitation->present()['people'];
		if ($people === []) {
			return ['warning', $this->l->t('Nobody facilitates the network: until then, the Nextcloud administrators act as facilitators.')];
		}
		$without = count(array_filter($people, static fn (array $person): bool => !$person['access']));
		return $without > 0
			? ['warning', $this->l->n('%n facilitator cannot open Réseau: the app is limited to groups they are not in.', '%n facilitators cannot open Réseau: the app is limited to groups they are not in.', $without)]
			: ['ok', $this->l->n('%n person facilitates the network.', '%n people facilitate the network.', count($people))];
	}

	/** @return array{string, string} */
	private function jobs(): array {
		if ($this->config->getValueString('core', 'backgroundjobs_mode', 'ajax') === 'ajax') {
			return ['warning', $this->l->t('They only run while someone has a Nextcloud page open: scheduled tasks of Réseau, such as reminders, are late. Use “Cron” to fix this.')];
		}
		$last = $this->config->getValueInt('core', 'lastcron', 0);
		return match (true) {
			$last === 0 => ['warning', $this->l->t('They have never run: scheduled tasks of Réseau, such as reminders, are waiting.')],
			$this->clock->getTime() - $last > self::STILL => ['warning', $this->l->t('They have not run for more than an hour: scheduled tasks of Réseau, such as reminders, are waiting.')],
			default => ['ok', $this->l->t('They run automatically.')],
		};
	}

	/** @return array{string, string} */
	private function search(): array {
		$progress = $this->progress->read();
		return $progress === null
			? ['ok', $this->l->t('It is up to date.')]
			: ['info', $this->l->t('It is being rebuilt by background jobs: %1$s of %2$s done. The others are found by their former words until then.', [(string)$progress['done'], (string)$progress['total']])];
	}

	/** @return array{string, string} */
	private function mail(): array {
		return match (true) {
			$this->system->getSystemValueString('mail_smtpmode', 'smtp') === 'null' => ['warning', $this->l->t('Nextcloud cannot send email: people without an account get no link to take over their card.')],
			$this->system->getSystemValueString('mail_domain') === '' => ['warning', $this->l->t('Email is not configured: the links for people without an account to take over their card may never arrive.')],
			default => ['ok', $this->l->t('It is configured.')],
		};
	}

	/** @return array{string, string} */
	private function teams(): array {
		[$state, $sentence] = $this->app('circles', $this->l->t('Teams is not installed: groups will have no team, so their members get no access to the board, folder and conversation.'));
		return [$state, $state === 'ok' && $this->spaces->areThere()
			? $this->l->t('It is installed, and teams have their own folder (team space): new groups work there, not in a folder of the library. Nextcloud deletes it with its team; if it is not empty, Réseau unlinks it first, and you find it among the Team folders.')
			: $sentence];
	}

	/** @return array{string, string} */
	private function app(string $app, string $cost): array {
		return $this->apps->isEnabledForAnyone($app) ? ['ok', $this->l->t('It is installed.')] : ['info', $cost];
	}

	/** @return array{text: string, href: string} where to fix it */
	private function link(string $id): array {
		[$text, $path] = match ($id) {
			'facilitators' => [$this->l->t('Choose facilitators'), '/settings/admin/reseau#facilitation'],
			'jobs', 'search' => [$this->l->t('Open the basic settings'), '/settings/admin/server#backgroundjobs'],
			'mail' => [$this->l->t('Open the basic settings'), '/settings/admin#mail_general_settings'],
			'teams' => [$this->l->t('Open the apps'), '/settings/apps/social/circles'],
			'deck' => [$this->l->t('Open the apps'), '/settings/apps/organization/deck'],
			'talk' => [$this->l->t('Open the apps'), '/settings/apps/social/spreed'],
		};
		return ['text' => $text, 'href' => $this->urls->getAbsoluteURL("/index.php$path")];
	}
}
