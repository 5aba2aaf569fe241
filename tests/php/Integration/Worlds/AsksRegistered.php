<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration\Worlds;

use OCA\Reseau\AppInfo\Application;
use OCP\AppFramework\Bootstrap\IRegistrationContext;
use Sandbox\Kernel\Kernel;
use SimpleXMLElement;

/** Asks what the app registers with Nextcloud about the world of WorldTestCase, and lets time pass in it. */
trait AsksRegistered {
	/** A word, its beginning, one that is slipped in writing, and two words, where the rarer one counts for more. */
	private const WORDS = [self::AFTER, 'bor', self::BEFORE, 'azurite borealite', self::AFTER . ' jardin', 'jardin quokka', 'jardin', 'quokka', 'quoka', 'qu'];

	private function registered(): Registered {
		return $this->registeredBy($this->calls());
	}

	/** @return list<array{string, list<mixed>}> what the app calls when it is registered */
	private function calls(): array {
		$calls = [];
		$context = $this->createStub(IRegistrationContext::class);
		foreach (get_class_methods(IRegistrationContext::class) as $method) {
			$context->method($method)->willReturnCallback(static function (mixed ...$arguments) use ($method, &$calls): void {
				$calls[] = [$method, $arguments];
			});
		}
		$this->kernel->get(Application::class)->register($context);
		return $calls;
	}

	/** @param list<array{string, list<mixed>}> $calls */
	private function registeredBy(array $calls, ?string $info = null): Registered {
		$addresses = [
			...array_map(static fn (int $id): string => "members/$id", $this->cards),
			...array_map(static fn (int $id): string => "groups/$id", $this->groups),
			...array_map(static fn (int $id): string => "notices/$id", $this->notices),
			...array_map(static fn (int $id): string => "library/sheet/$id", $this->files),
			...array_map(static fn (int $id): string => "library?file=$id", $this->files),
			'public', 'public/people', 'public/groups', 'public/stories',
			...array_map(static fn (int $id): string => "public/people/$id", $this->cards),
			...array_map(static fn (int $id): string => "public/groups/$id", $this->groups),
			...array_map(static fn (int $id): string => "public/stories/$id", $this->files),
		];
		return new Registered(
			$calls,
			new SimpleXMLElement($info ?? (string)file_get_contents(dirname(__DIR__, 4) . '/appinfo/info.xml')),
			self::WORDS,
			array_values($addresses),
			array_slice(self::VIEWERS, 1),
			[$this->team, 'unknown'],
			array_values(array_map(strval(...), $this->groups)),
		);
	}

	/** What jobs do by themselves in that time is done, with the mails of the next morning. */
	private function aYearLater(Kernel $kernel): Kernel {
		foreach ([1, 366, 367] as $days) {
			$kernel->clock->stopAt(self::NOON + $days * 86400);
			$kernel->runQueued();
			array_map($kernel->runJob(...), $this->registered()->jobs());
		}
		return $kernel;
	}
}
