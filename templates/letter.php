<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/* A letter for reading and for paper: the whole document, in which every text is escaped where it is made (lib/Letter/LetterDocument.php). */

/** @var array{document: string} $_ */
print_unescaped($_['document']);
