<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Scripts\Mutants;

use PHPUnit\Event\Code\TestMethod;
use PHPUnit\Event\Test\Finished;
use PHPUnit\Event\Test\FinishedSubscriber;
use PHPUnit\Event\Test\PreparationStarted;
use PHPUnit\Event\Test\PreparationStartedSubscriber;
use PHPUnit\Event\TestRunner\ExecutionFinished;
use PHPUnit\Event\TestRunner\ExecutionFinishedSubscriber;
use PHPUnit\Runner\Extension\Extension;
use PHPUnit\Runner\Extension\Facade;
use PHPUnit\Runner\Extension\ParameterCollection;
use PHPUnit\TextUI\Configuration\Configuration;

/**
 * A PHPUnit extension that writes down which methods of lib/ each test reached and how long it took, for files that mutants.php --reached
 * prepared. What a class does before its first test counts for that one.
 */
class Reached implements Extension {
	/** @var array<string, array{seconds: float, reached: array<string, true>}> by Class::test, without its data set */
	public static array $tests = [];

	public static float $started = 0.0;

	/** Seconds of computing, by this process and those it waited for: on a busy machine they stay the same. */
	public static function computed(): float {
		$seconds = 0.0;
		foreach ([getrusage(), getrusage(1)] as $used) {
			$seconds += $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
		}
		return $seconds;
	}

	public function bootstrap(Configuration $configuration, Facade $facade, ParameterCollection $parameters): void {
		$facade->registerSubscribers(
			new class implements PreparationStartedSubscriber {
				public function notify(PreparationStarted $event): void {
					Reached::$started = Reached::computed();
				}
			},
			new class implements FinishedSubscriber {
				public function notify(Finished $event): void {
					$test = $event->test();
					if ($test instanceof TestMethod) {
						$of = &Reached::$tests[$test->className() . '::' . $test->methodName()];
						$of['seconds'] = ($of['seconds'] ?? 0.0) + Reached::computed() - Reached::$started;
						$of['reached'] = ($of['reached'] ?? []) + ($GLOBALS['reached'] ?? []);
						$GLOBALS['reached'] = [];
					}
				}
			},
			new class implements ExecutionFinishedSubscriber {
				public function notify(ExecutionFinished $event): void {
					file_put_contents(
						(string)getenv('RESEAU_REACHED'),
						json_encode(array_map(static fn (array $of): array => ['seconds' => round($of['seconds'], 3), 'reached' => array_keys($of['reached'])], Reached::$tests)),
					);
				}
			},
		);
	}
}
