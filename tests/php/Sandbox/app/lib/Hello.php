<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Tiny;

use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Command\Command;
use Symfony\Component\Console\Input\InputInterface;
use Symfony\Component\Console\Output\OutputInterface;

#[AsCommand('tiny:hello', 'Says hello')]
class Hello extends Command {
	protected function execute(InputInterface $input, OutputInterface $output): int {
		$output->writeln('Hello');
		return self::SUCCESS;
	}
}
