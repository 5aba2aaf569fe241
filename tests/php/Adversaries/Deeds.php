<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use Closure;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Integration\NoticesJob;
use OCA\Reseau\Integration\TeamsJob;
use OCA\Reseau\Member\Editing\MemberService;
use OCP\IUserManager;
use Sandbox\Service\ServiceRefusal;

/** What is done without the endpoints: by people without an account with the links they were sent, in Teams, to accounts, and by what runs by itself. */
final class Deeds {
	/** Pages that take an answer from anyone who has their link, as the controllers name them. */
	public const PAGES = ['ask', 'card', 'consent', 'leave', 'mails', 'notice', 'own', 'passed', 'public', 'reply', 'sign', 'subscribe', 'write'];

	private readonly InTeams $teams;

	public function __construct(
		private readonly World $world,
	) {
		$this->teams = new InTeams($world);
	}

	/** @return list<string> of the pages above, as the controllers name them now */
	public static function pages(): array {
		$pages = [];
		foreach (glob(dirname(__DIR__, 3) . '/lib/Controller/*.php') as $file) {
			preg_match_all("#FrontpageRoute\(verb: '(?:POST|PUT|DELETE)', url: '/([^/']+)#", (string)file_get_contents($file), $found);
			array_push($pages, ...$found[1]);
		}
		sort($pages);
		return array_values(array_unique($pages));
	}

	public function draw(string $by): Act {
		$one = World::number(1, 100);
		return match (true) {
			$one <= 35 => $this->answer(),
			$one <= 60 => $this->inTeams($by),
			$one <= 75 => $this->inDeckOrFiles($by),
			$one <= 78 => $this->deed('notices', null, [], fn () => $this->world->kernel->runJob(NoticesJob::class)),
			$one <= 80 => $this->deed('daily', null, [], fn () => $this->world->kernel->runJob(DailyMailJob::class)),
			$one <= 85 => $this->deed('reconcile', null, [], fn () => $this->world->kernel->runJob(TeamsJob::class)),
			$one <= 91 => $this->toAccount(),
			$one <= 96 => $this->file(),
			default => $this->deed('later', null, [], fn () => $this->world->kernel->clock->stopAt($this->world->kernel->clock->getTime() + 9 * 86400)),
		};
	}

	/** @param ?string $page of those above; null: any */
	public function answer(?string $page = null): Act {
		$page ??= World::one(['ask', 'ask', 'ask', 'card', 'card', 'consent', 'sign', 'reply', 'notice', 'passed', 'mails', 'own', 'own', 'leave', 'subscribe', 'write', 'write', 'write']);
		if (in_array($page, ['own', 'leave', 'subscribe'], true)) {
			return $this->aboutTheLetter($page);
		}
		if ($page === 'write' && ($this->world->sent($page) === [] || World::chance(20))) {
			return $this->asVisitor();
		}
		$token = World::one([...$this->world->sent($page), ...$page === 'card' ? $this->world->claims : [], 'unknown']);
		$body = ['answer' => World::one(['accept', 'accept', 'refuse']), 'name' => 'Iris Sans', 'version' => World::number(1, 3), 'charter' => $this->world->charterVersion()];
		foreach ($page === 'ask' ? $this->world->groups() : [] as $group) {
			$body["in-$group"] = World::one(['yes', 'yes', 'no']);
		}
		if ($page === 'reply') {
			$body = ['answer' => World::one(['send', 'send', 'stop']), 'text' => 'Une réponse', 'key' => 'key-' . World::number(100_000, 999_999)];
		}
		if ($page === 'passed') {
			$body = ['answer' => World::one(['send', 'send', 'stop', 'again']), 'text' => 'Une réponse', 'key' => 'key-' . World::number(100_000, 999_999)];
		}
		if ($page === 'card') {
			$body = ['answer' => World::one(['send', 'send', 'look'])];
		}
		if ($page === 'notice') {
			$body = ['answer' => World::one(['renew', 'close', 'end'])];
		}
		if ($page === 'write') {
			$body = ['answer' => World::one(['send', 'send', 'send', 'delete'])];
		}
		if ($page === 'mails') {
			$body = ['answer' => World::one(['stop-all', 'stop-linked', 'again-linked'])];
		}
		return new Act($page, null, ['token' => $token], $body, 'POST', "/index.php/apps/reseau/$page/$token");
	}

	/** Writes on a page of the public showcase. */
	private function asVisitor(): Act {
		$about = World::one(['network', 'network', 'group', 'notice']);
		$id = $about === 'network' ? 0 : $this->world->named($about);
		$body = ['name' => 'Dehors', 'email' => World::one(['dehors', 'ailleurs', 'iris']) . '@example.org', 'text' => 'Bonjour ' . World::number(1, 9)];
		return new Act('public', null, ['about' => $about, 'id' => $id], $body, 'POST', "/index.php/apps/reseau/public/write/$about" . ($id === 0 ? '' : "/$id"));
	}

	/** Has a link mailed, or uses one: the own page, with the card on it, and the letter. */
	private function aboutTheLetter(string $page): Act {
		$tokens = $this->world->sent($page === 'own' ? 'own' : 'subscribe');
		if ($page !== 'leave' && ($tokens === [] || World::chance(20))) {
			$address = World::one(['iris', 'brahim', 'sylvie', 'alice', 'dehors']) . '@example.org';
			return new Act($page, null, [], ['email' => $address, 'name' => 'Iris Sans'], 'POST', "/index.php/apps/reseau/$page");
		}
		$token = World::one([...$tokens, 'unknown']);
		if ($page === 'own' && World::chance(40)) {
			$part = World::one(['headline', 'drives', 'contact']);
			$body = ["audience-$part" => World::one(['me', 'groups', 'members', 'public']), "was-audience-$part" => 'other'];
			return new Act($page, null, ['token' => $token], $body, 'POST', "/index.php/apps/reseau/own/$token/card");
		}
		$body = ['answer' => match ($page) {
			'own' => World::one(['letter-start', 'letter-start', 'letter-stop', 'notices-stop', 'notices-again', 'still-true', 'end-link', 'leave', 'name']),
			'leave' => World::one(['letter', 'again', 'all']),
			default => 'confirm',
		}, 'name' => 'Iris Sans'];
		return new Act($page, null, ['token' => $token], $body, 'POST', "/index.php/apps/reseau/$page/$token");
	}

	/** @param ?string $into the team to join; null: anything */
	public function inTeams(string $by, ?string $into = null): Act {
		[$what, $on, $do] = $this->teams->draw($by, $into);
		return $this->deed($what, $by, $on, $do);
	}

	/** @param non-empty-list<string> $acts one of these */
	public function inDeckOrFiles(string $by, array $acts = InDeckAndFiles::ACTS): Act {
		[$what, $on, $do] = (new InDeckAndFiles($this->world))->draw($by, $acts);
		return $this->deed($what, $by, $on, $do);
	}

	/** By an administrator of Nextcloud. */
	private function toAccount(): Act {
		$users = $this->world->kernel->get(IUserManager::class);
		$uid = World::one(array_diff($this->world->accounts(), ['admin']));
		return match (World::number(1, 5)) {
			1 => $this->deed('erase', 'admin', ['uid' => $uid], static fn () => $users->get($uid)?->delete()),
			2, 3 => $this->deed('disable', 'admin', ['uid' => $uid], static fn () => $users->get($uid)?->setEnabled(false)),
			default => $this->deed('enable', 'admin', ['uid' => $uid], static fn () => $users->get($uid)?->setEnabled(true)),
		};
	}

	/** A file of groups, imported by the administrator of the server. */
	private function file(): Act {
		$kernel = $this->world->kernel;
		$ref = World::one(['terre', 'mer']);
		$cards = array_slice($this->world->cards(), 0, World::number(1, 4));
		return $this->deed('file', null, ['ref' => $ref], static function () use ($kernel, $ref, $cards): void {
			$refs = $kernel->get(MemberService::class)->refs();
			$kernel->get(ImportFile::class)->loadData([['id' => $ref, 'title' => $ref, 'purpose' => '', 'memberships' => array_map(
				static fn (int $card): array => ['member' => $refs[$card], 'role' => ''], array_values(array_filter($cards, static fn (int $card): bool => isset($refs[$card]))),
			)]]);
		});
	}

	/**
	 * @param array<string, string|int> $on
	 * @param Closure(): mixed $do
	 */
	private function deed(string $what, ?string $by, array $on, Closure $do): Act {
		return new Act($what, $by, $on, deed: static function () use ($do): int {
			try {
				$do();
				return 200;
			} catch (ServiceRefusal) {
				return 400;
			}
		});
	}
}
