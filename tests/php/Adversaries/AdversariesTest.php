<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Adversaries;

use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/**
 * Random sequences of all possible actions, by members, keepers of cards, facilitators of groups and of the network,
 * administrators and people without an account. After each: an account reads more of a person only after an act of those who may allow it (Judge),
 * nothing belongs to a deleted object (Orphans), a refusal has changed nothing, and no answer is an error.
 *
 * ADVERSARIES=17 runs the network of this seed alone, ADVERSARIES=1-500 those of a range.
 */
#[Group('databases')]
class AdversariesTest extends NetworkTestCase {
	/** Acts in a network: later ones find little left to do. */
	private const ACTS = 100;

	private const SEEDS = 30;

	/** So many seeds more, one after the other, as long as one of the acts of DONE was not done: which seed does which depends on all endpoints. */
	private const MORE_SEEDS = 300;

	private const SEEDS_ON_A_SERVER = 5;

	/** Acts that have to have been done with success by all seeds together: a machine that is only refused proves nothing. */
	private const DONE = [
		'group-create', 'group-edit', 'group-setStatus', 'group-delete', 'group-join', 'group-leave', 'group-decline', 'group-invite', 'group-addPerson', 'group-acceptFor',
		'group-declineFor', 'group-admit', 'group-removePerson', 'group-facilitate', 'group-stepDown', 'group-takeLease', 'group-saveMaking', 'ask-ask', 'ask', 'card',
		'member-passOn', 'member-invite', 'member-takeOver', 'member-setStatus', 'member-save', 'settings-setFacilitator', 'message-start', 'message-write', 'message-report', 'introduction-propose', 'public', 'write', 'enquiry-answer', 'showcase-chooseGroup', 'team-add', 'team-config', 'team-join', 'board-make', 'board-share', 'board-delete', 'folder-make', 'disable', 'enable', 'erase', 'file',
	];

	/** @var array<string, int> how often each thing was done with success */
	private array $done = [];

	public function testPeopleReadMoreOnlyAfterAnActThatMayAllowIt(): void {
		$wrong = null;
		foreach ($this->seeds() as $seed) {
			$wrong ??= $this->live($seed);
		}
		if ($wrong !== null) {
			self::fail($wrong);
		}
		if (count($this->seeds()) >= self::SEEDS) {
			for ($seed = self::SEEDS + 1; $seed <= self::SEEDS + self::MORE_SEEDS && $this->neverDone() !== []; $seed++) {
				self::assertNull($this->live($seed, $this->neverDone()));
			}
			self::assertSame([], $this->neverDone(), 'never done');
		}
	}

	public function testEveryPageWithAFormIsSubmitted(): void {
		self::assertSame(Deeds::PAGES, Deeds::pages());
	}

	/** A new endpoint joins by itself, or is named. */
	public function testEveryEndpointThatWritesIsDrawn(): void {
		$openapi = self::openapi();
		$world = $this->world(0);
		$draw = static fn (array $paths): array => array_map(
			static fn (Acts $acts): array => array_map(static fn (): string => $acts->next()->what, range(1, 20)), [new Acts($world, ['paths' => $paths] + $openapi)],
		)[0];
		foreach (Acts::writes($openapi) as [$path, $method, $operation]) {
			self::assertContains($operation['operationId'], $draw([$path => [$method => $operation]]));
		}
		$new = ['operationId' => 'garden-dig', 'tags' => ['garden'], 'parameters' => [['name' => 'garden', 'in' => 'path', 'schema' => ['type' => 'integer']]]];
		$this->expectExceptionMessage('The machine knows no garden, which garden-dig names');
		$draw(['/gardens/{garden}' => ['post' => $new]]);
	}

	/** @return list<string> */
	private function neverDone(): array {
		return array_values(array_diff(self::DONE, array_keys($this->done)));
	}

	/**
	 * @param list<string> $wanted what is tried more often
	 * @return ?string the shortest beginning of this network's life at whose end something is wrong
	 */
	private function live(int $seed, array $wanted = []): ?string {
		$world = $this->world($seed);
		$acts = new Acts($world, self::openapi(), $wanted);
		[$picture, $facts, $sees] = $this->look($world);
		$calendars = new Calendars();
		$owned = new Owned();
		$log = [];
		$status = 0;
		for ($i = 0; $i < self::ACTS; $i++) {
			$act = $acts->next($status === 200 || $status === 201);
			$this->kernel->resetLimits();
			[$status, $error] = $this->do($act, $world);
			$now = $world->picture();
			$wrongs = $status >= 500 ? ["answered $status: $error"] : [];
			if ($status < 400) {
				$this->done[$act->what] = ($this->done[$act->what] ?? 0) + 1;
			}
			if ($now !== $picture) {
				$log[] = "$i. " . $act->description();
				if ($status >= 400 && $act->deed === null) {
					$wrongs[] = "refused with $status, and changed something";
				}
				[$picture, $then, $seen] = $this->look($world);
				$wrongs = [...$wrongs, ...(new Judge($act, $facts, $then, $sees, $seen))->wrongs(), ...Talks::wrongs($this->kernel, $world->accounts(), $then), ...Notices::wrongs($this->kernel, $world->accounts(), $then), ...Introduced::wrongs($this->kernel, $world->accounts(), $then), ...Sessions::wrongs($this->kernel, $world->accounts(), $then), ...Enquiries::wrongs($this->kernel, $world->accounts(), $then), ...$calendars->wrongs($this->kernel, $world->accounts(), $then), ...$owned->wrongs($this->kernel, $act), ...Orphans::find($this->kernel->get(IDBConnection::class))];
				[$facts, $sees] = [$then, $seen];
			}
			$this->addToAssertionCount(1);
			if ($wrongs !== []) {
				return "Seed $seed, act $i: " . implode('; ', $wrongs) . ".\n" . ($now === $picture && !str_starts_with((string)end($log), "$i.") ? $act->description() . "\n" : '') . "After what changed something:\n" . implode("\n", $log);
			}
		}
		return null;
	}

	private function world(int $seed): World {
		mt_srand($seed);
		$this->kernel = self::emptyKernel();
		$world = new World($this->kernel);
		$world->begin(fn (string $method, string $path, ?string $uid, ?array $body = null): mixed => $this->data($method, $path, $uid, $body, match (true) {
			$method === 'POST' && in_array($path, ['/members', '/groups'], true) => 201,
			default => 200,
		}));
		return $world;
	}

	/** @return array{string, Facts, array<string, array<int, list<string>>>} all data, its state, and what each account reads */
	private function look(World $world): array {
		return [$world->picture(), new Facts($this->kernel), Sight::of($this->kernel, $world->accounts(), $world->cards())];
	}

	/** @return array{int, string} status, and the error behind a 500 */
	private function do(Act $act, World $world): array {
		if ($act->deed !== null) {
			return [($act->deed)(), ''];
		}
		$reply = $this->kernel->request($act->method, $act->path, $act->by, $act->body);
		// Links are passed on: anyone may get one.
		preg_match_all('#claim\\\\?/(\w+)#', (string)$reply->body, $found);
		$world->claims = array_values(array_unique([...$world->claims, ...$found[1]]));
		return [$reply->status, strtok((string)$reply->error, "\n") ?: ''];
	}

	/** @return array<string, mixed> */
	private static function openapi(): array {
		return json_decode((string)file_get_contents(dirname(__DIR__, 3) . '/openapi.json'), true, 512, JSON_THROW_ON_ERROR);
	}

	/** @return list<int> */
	private function seeds(): array {
		$asked = explode('-', (string)getenv('ADVERSARIES'));
		return match (true) {
			$asked[0] !== '' => range((int)$asked[0], (int)($asked[1] ?? $asked[0])),
			getenv('RESEAU_DSN') !== false => range(1, self::SEEDS_ON_A_SERVER),
			default => range(1, self::SEEDS),
		};
	}
}
